import { judgeReply } from "@/lib/replies/completeness";
import type { ReplyContext } from "@/lib/replies/context";
import type { ReplyInput } from "@/lib/replies/schema";

/** What an answer lacks, in the order it is told. */
export function missingCodes(input: ReplyInput, context: ReplyContext): readonly string[] {
  return judgeReply(input, context).missing.map(({ code }) => code);
}
