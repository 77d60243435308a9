"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { decideAlert, judgeAppeal } from "@/db/commands/alerts";
import { raiseAlerts } from "@/db/commands/raise-alerts";
import { carryOutSuspensions } from "@/db/commands/suspensions";
import { findAlert } from "@/db/queries/alerts";
import { findMarketplace } from "@/db/queries/marketplace";
import { isoDate } from "@/lib/calendar/civil-day";
import { zoneId } from "@/lib/calendar/zone";
import { alertDecision, appealJudgement } from "@/lib/compliance/alert";
import { formatInstant, formatPercent } from "@/lib/i18n/format";
import { translatorFor } from "@/lib/i18n/translator";
import { refused } from "@/lib/outcome";
import { adminAction } from "@/lib/server/admin-action";

const PATH = "/conformite/alertes";

export const raiseAlertsAction = adminAction(z.object({}), async (_input, { scope, now }) => {
  const outcome = await raiseAlerts(scope, now);
  revalidatePath(PATH);
  return outcome;
});

/** The statement is written in French, the language of the contract. */
export const decideAlertAction = adminAction(alertDecision, async (input, { scope, now }) => {
  const found = await findAlert(scope, input.alertId);
  if (!found) return refused("not_found");
  const t = translatorFor("fr");
  const { facts } = found.alert;
  const zone = (await findMarketplace(scope))?.zone ?? zoneId("Europe/Paris");
  const rule = t("alerts.expected", { rate: formatPercent(facts.atLeastBps / 10_000, "fr"), sample: facts.minSample });
  const outcome = await decideAlert(
    scope,
    {
      ...input,
      effectiveOn: isoDate(input.effectiveOn),
      reasons: { facts: input.reason, rule: `${t(`alerts.measures.${facts.measure}`)} : ${rule}` },
      howToAppeal: (before) => t("alerts.appeal_words", { at: formatInstant(new Date(before), zone, "fr", "long") }),
    },
    now,
  );
  if (outcome.ok) await carryOutSuspensions(scope, now);
  revalidatePath(PATH);
  return outcome;
});

export const judgeAppealAction = adminAction(appealJudgement, async (input, { scope, now }) => {
  const outcome = await judgeAppeal(scope, input, now);
  if (outcome.ok) await carryOutSuspensions(scope, now);
  revalidatePath(PATH);
  return outcome;
});
