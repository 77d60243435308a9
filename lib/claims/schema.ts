import { z } from "zod";
import { type Instant, parseInstant } from "@/lib/calendar/instant";
import { SITUATIONS } from "@/lib/claims/claim";
import { cleanLine, cleanText, MAX_TEXT_LENGTH } from "@/lib/messages/clean";
import { REMEDIES } from "@/lib/replies/remedy";

const pointInTime = z.string().transform((text, context): Instant => {
  const parsed = parseInstant(text);
  if (parsed.ok) return parsed.value;
  context.addIssue({ code: "custom", message: parsed.reason });
  return z.NEVER;
});

/** Lines of the order the claim is about; none means the whole order. */
export const claimedLines = z
  .array(z.strictObject({ lineId: z.string().overwrite(cleanLine).min(1).max(120), quantity: z.int().min(1) }))
  .max(200);

export const messageText = z.string().overwrite(cleanText).min(1).max(MAX_TEXT_LENGTH);

/**
 * A claim as it comes in, by the API, the seller or a public form.
 *
 * `statementSentAt` is when the customer sent it, `receivedAt` when the seller or its platform was informed;
 * each equals the other, or the instant of the call, unless given.
 */
export const openClaimInput = z.strictObject({
  orderNumber: z.string().overwrite(cleanLine).min(1).max(100),
  situation: z.enum(SITUATIONS),
  message: messageText,
  channel: z.string().overwrite(cleanLine).min(1).max(40).optional(),
  externalId: z.string().overwrite(cleanLine).min(1).max(200).optional(),
  lines: claimedLines.optional(),
  statementSentAt: pointInTime.optional(),
  receivedAt: pointInTime.optional(),
  wish: z.enum(REMEDIES).optional(),
});
export type OpenClaimInput = z.output<typeof openClaimInput>;

const email = z.string().overwrite(cleanLine).pipe(z.email().max(254));

/** The public form, in one page: the order's number, who asks, the situation and the words. */
export const submissionInput = z.strictObject({
  orderNumber: z.string().overwrite(cleanLine).min(1).max(100),
  identity: z.discriminatedUnion("by", [
    z.strictObject({ by: z.literal("email"), email }),
    z.strictObject({
      by: z.literal("address"),
      postcode: z.string().overwrite(cleanLine).min(2).max(12),
      name: z.string().overwrite(cleanLine).min(2).max(120),
    }),
  ]),
  situation: z.enum(SITUATIONS),
  message: messageText,
  locale: z.enum(["fr", "en"]),
});
export type SubmissionInput = z.output<typeof submissionInput>;
