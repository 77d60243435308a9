import type { CustomerClaim } from "@/db/queries/customer-space";
import { MESSAGES } from "@/lib/i18n/messages";
import { replyWording } from "@/lib/i18n/reply-wording";
import { replyParagraphs } from "@/lib/replies/rendered";
import { type WrittenParagraph, writeParagraphs } from "@/lib/replies/write";
import type { CustomerPage } from "@/lib/server/customer-page";
import type { CustomerReply } from "./choices";

/** An answer in the reader's language, told with the files that were sent with it. */
export function writtenAnswer(
  { space, reader }: CustomerPage,
  { context }: CustomerClaim,
  reply: CustomerReply,
): readonly WrittenParagraph[] {
  const documents = space.documents.filter((document) => document.replyId === reply.id);
  const wording = replyWording(reader.locale, reader.zone, MESSAGES[reader.locale].solutions);
  return writeParagraphs(replyParagraphs(reply.content, { ...context, documents }), wording);
}
