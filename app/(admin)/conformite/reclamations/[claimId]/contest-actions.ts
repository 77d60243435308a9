"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { ruleContest } from "@/db/commands/rule-contest";
import { findClaimPage } from "@/db/queries/claim-page";
import { messageText } from "@/lib/claims/schema";
import { CONTEST_RULINGS } from "@/lib/evidence/proof-contest";
import { localeFrom } from "@/lib/i18n/locale";
import { translatorFor } from "@/lib/i18n/translator";
import { refused } from "@/lib/outcome";
import { adminAction } from "@/lib/server/admin-action";

/** The ruling and its reasons, in the customer's language, as both sides read them. */
export const ruleContestAction = adminAction(
  z.object({ claimId: z.uuid(), ruling: z.enum(CONTEST_RULINGS, { error: "required" }), message: messageText }),
  async ({ claimId, ruling, message }, { scope, now }) => {
    const page = await findClaimPage(scope, claimId, now);
    if (!page) return refused("not_found");
    const locale = localeFrom(page.order.order.customerLocale);
    const names = { marketplace: page.marketplace.name, seller: page.seller.name };
    const sentence = translatorFor(locale)(`claim.contest.ruling_words.${ruling}`, names);
    const words = { body: `${sentence}\n\n${message}`, locale };
    const outcome = await ruleContest(scope, { claimId, ruling, reason: message, words }, now);
    if (outcome.ok) revalidatePath(`/conformite/reclamations/${claimId}`);
    return outcome;
  },
);
