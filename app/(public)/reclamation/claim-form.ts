import { z } from "zod";
import { SITUATIONS } from "@/lib/claims/claim";
import { claimedIdentity, messageText, type SubmissionInput, submissionInput } from "@/lib/claims/schema";
import type { Locale } from "@/lib/i18n/locale";

const [byEmail, byAddress] = claimedIdentity.options;
const first = { situation: z.enum(SITUATIONS), orderNumber: submissionInput.shape.orderNumber };
const last = { message: messageText };

/** The form's fields as they are named on the page, in its order; those of the other way to be found are left aside. */
export const claimForm = z.discriminatedUnion("by", [
  z.object({ ...first, ...byEmail.shape, ...last }),
  z.object({ ...first, ...byAddress.shape, ...last }),
]);
export type ClaimForm = z.output<typeof claimForm>;

export function submissionOf(form: ClaimForm, locale: Locale): SubmissionInput {
  const { situation, orderNumber, message } = form;
  const identity =
    form.by === "email"
      ? ({ by: "email", email: form.email } as const)
      : ({ by: "address", postcode: form.postcode, name: form.name } as const);
  return { orderNumber, identity, situation, message, locale };
}
