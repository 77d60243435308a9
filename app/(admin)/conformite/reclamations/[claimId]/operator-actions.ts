"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { decideClaim, writeAsOperator } from "@/db/commands/operator-claim";
import { splitClaim } from "@/db/commands/split-claim";
import { findClaimPage } from "@/db/queries/claim-page";
import type { AdminScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { SITUATIONS } from "@/lib/claims/claim";
import { OPERATOR_DECISIONS, type OperatorDecision } from "@/lib/claims/decision";
import { messageText } from "@/lib/claims/schema";
import { localeFrom } from "@/lib/i18n/locale";
import { translatorFor } from "@/lib/i18n/translator";
import { refused } from "@/lib/outcome";
import { adminAction } from "@/lib/server/admin-action";

const claimId = z.uuid();

export const writeAsOperatorAction = adminAction(
  z.object({ claimId, message: messageText, locale: z.enum(["fr", "en"]) }),
  async (input, { scope, now }) => {
    const words = { body: input.message, locale: input.locale };
    const outcome = await writeAsOperator(scope, { claimId: input.claimId, words }, now);
    if (outcome.ok) revalidatePath(`/conformite/reclamations/${input.claimId}`);
    return outcome;
  },
);

export const decideClaimAction = adminAction(
  z.object({ claimId, decision: z.enum(OPERATOR_DECISIONS, { error: "required" }), message: messageText }),
  async ({ message, ...input }, { scope, now }) => {
    const words = await decisionWords(scope, { ...input, reasons: message }, now);
    if (!words) return refused("not_found");
    const outcome = await decideClaim(scope, { ...input, words }, now);
    if (outcome.ok) revalidatePath(`/conformite/reclamations/${input.claimId}`);
    return outcome;
  },
);

/** How many of each line of the order; an empty field takes none. */
const takenLines = z
  .record(z.uuid(), z.union([z.literal("").transform(() => 0), z.coerce.number().int().min(0)]))
  .default({})
  .transform((taken) =>
    Object.entries(taken).flatMap(([orderLineId, quantity]) => (quantity > 0 ? [{ orderLineId, quantity }] : [])),
  );

export const splitClaimAction = adminAction(
  z.object({
    claimId,
    lines: takenLines,
    situation: z.enum(SITUATIONS, { error: "required" }),
    message: messageText,
    locale: z.enum(["fr", "en"]),
  }),
  async ({ message, locale, ...input }, { scope, now }) => {
    const outcome = await splitClaim(scope, { ...input, words: { body: message, locale } }, now);
    if (!outcome.ok) return outcome;
    revalidatePath(`/conformite/reclamations/${input.claimId}`);
    redirect(`/conformite/reclamations/${outcome.value.claimId}`);
  },
);

/** The decision and its reasons in the customer's language, as both sides read it. */
async function decisionWords(
  scope: AdminScope,
  input: { readonly claimId: string; readonly decision: OperatorDecision; readonly reasons: string },
  now: Instant,
) {
  const page = await findClaimPage(scope, input.claimId, now);
  if (!page) return undefined;
  const locale = localeFrom(page.order.order.customerLocale);
  const names = { marketplace: page.marketplace.name, seller: page.seller.name };
  const sentence = translatorFor(locale)(`claim.decision_words.${input.decision}`, names);
  return { body: `${sentence}\n\n${input.reasons}`, locale };
}
