import { getLocale, getTranslations } from "next-intl/server";
import type { Situation, WithdrawalPhase } from "@/lib/claims/claim";
import { situationTitle } from "@/lib/policy/situations";

/** What the customer reports, in the words of the situations table, with the phase of a withdrawal. */
export async function situationTitles() {
  const [t, locale] = await Promise.all([getTranslations("situations.phases"), getLocale()]);
  return (situation: Situation, phase: WithdrawalPhase | null) => ({
    title: situationTitle(situation)[locale],
    phase: phase ? t(phase) : undefined,
  });
}

/** The situations as the table names them, whatever the phase. */
export async function situationNames(): Promise<(situation: Situation) => string> {
  const locale = await getLocale();
  return (situation) => situationTitle(situation)[locale];
}
