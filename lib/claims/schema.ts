import { z } from "zod";
import { LINK_AUDIENCES } from "@/lib/auth/scope";
import { instantSchema } from "@/lib/calendar/schema";
import { SITUATIONS } from "@/lib/claims/claim";
import { intakeAnswers } from "@/lib/claims/intake-schema";
import { cleanLine, cleanText, MAX_TEXT_LENGTH } from "@/lib/messages/clean";
import { REMEDIES } from "@/lib/replies/remedy";

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
  statementSentAt: instantSchema.optional(),
  receivedAt: instantSchema.optional(),
  wish: z.enum(REMEDIES).optional(),
  /** What the customer was asked beside their words; never for a withdrawal. */
  intake: intakeAnswers.optional(),
});
export type OpenClaimInput = z.output<typeof openClaimInput>;

const email = z.string().overwrite(cleanLine).min(1).pipe(z.email().max(254));
const orderNumber = z.string().overwrite(cleanLine).min(1).max(100);

/** Who asks, beside the order number; a withdrawal asks for a name and an address for its acknowledgement only. */
export const claimedIdentity = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("email"), email }),
  z.strictObject({
    by: z.literal("address"),
    postcode: z.string().overwrite(cleanLine).min(2).max(12),
    name: z.string().overwrite(cleanLine).min(2).max(120),
  }),
]);

const locale = z.enum(["fr", "en"]);

/** The public form, in one page: the order's number, who asks, the situation and the words. */
export const submissionInput = z.strictObject({
  orderNumber,
  identity: claimedIdentity,
  situation: z.enum(SITUATIONS),
  message: messageText,
  locale,
});
export type SubmissionInput = z.output<typeof submissionInput>;

/**
 * A withdrawal, with what the law lets the form ask: a name, what identifies the contract, where to send the
 * acknowledgement. No reason is asked for.
 *
 * @see Code de la consommation, art. L221-21; directive 2011/83/UE, art. 11 bis
 */
export const withdrawalInput = z.strictObject({
  name: z.string().overwrite(cleanLine).min(1).max(120),
  orderNumber,
  email,
  /** The items it is about, when it is not the whole order. */
  text: z.string().overwrite(cleanText).max(2_000).default(""),
});
export type WithdrawalInput = z.output<typeof withdrawalInput>;

/** Who sent what waits: as the public form or the withdrawal form asked it. */
export const submittedIdentity = z.discriminatedUnion("by", [
  ...claimedIdentity.options,
  z.strictObject({
    by: z.literal("withdrawal"),
    name: z.string(),
    email: z.string(),
    /** Set by the server for a statement made on the customer's link: whose order it is, and what of it. */
    known: z
      .strictObject({
        sellerId: z.uuid(),
        actor: z.strictObject({ kind: z.literal("customer"), linkId: z.uuid(), audience: z.enum(LINK_AUDIENCES) }),
        lines: z.array(z.strictObject({ lineId: z.string(), quantity: z.int().min(1) })),
      })
      .optional(),
  }),
]);
export type SubmittedIdentity = z.output<typeof submittedIdentity>;
