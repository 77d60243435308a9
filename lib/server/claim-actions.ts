import { z } from "zod";
import { zoneSchema } from "@/lib/calendar/zone-schema";
import { accepted, type Outcome, refused } from "@/lib/outcome";
import type { MissingCode } from "@/lib/replies/demand";
import { readReplyForm } from "@/lib/replies/reply-form";
import { type ReplyInput, replyInput } from "@/lib/replies/schema";
import type { ReplyVerdict } from "@/lib/replies/verdict";
import { type FieldCodes, fieldCodes } from "@/lib/server/action-state";

const postedSchema = z.object({
  claimId: z.uuid(),
  /** The claim's revision the form was opened on. */
  revision: z.coerce.number().int().min(0).optional(),
  /** Zone in which the form's instants are typed. */
  zone: zoneSchema,
});
export type PostedReply = z.output<typeof postedSchema> & { readonly reply: ReplyInput };

/** A reply form as its command takes it; what cannot be read is told field by field. */
export function readPostedReply(form: FormData): Outcome<PostedReply, "invalid"> {
  const posted = postedSchema.safeParse(Object.fromEntries(form));
  if (!posted.success) return refused("invalid", fieldCodes(posted.error));
  const reply = replyInput.safeParse(readReplyForm(form.entries(), posted.data.zone));
  if (!reply.success) return refused("invalid", fieldCodes(reply.error));
  return accepted({ ...posted.data, reply: reply.data });
}

const PART_OF_ADDRESS: Partial<Record<MissingCode, string>> = {
  address_name_missing: "returnAddress.name",
  address_street_missing: "returnAddress.line1",
  address_po_box: "returnAddress.line1",
  address_postcode_missing: "returnAddress.postcode",
  address_city_missing: "returnAddress.city",
  address_country_missing: "returnAddress.country",
};

/** What an answer lacks, by the input that would give it; what belongs to none is told of the solution. */
export function missingByField(verdict: ReplyVerdict): FieldCodes {
  const codes: Record<string, readonly string[]> = {};
  for (const { code, field } of verdict.missing) {
    const name = PART_OF_ADDRESS[code] ?? field ?? "solution";
    codes[name] = [...(codes[name] ?? []), code];
  }
  return codes;
}
