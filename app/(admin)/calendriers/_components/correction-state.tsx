import { useTranslations } from "next-intl";
import { StatusBadge } from "@/app/_components/ui/badge";
import type { Correction } from "@/db/queries/calendar-corrections";
import { overridesInForce } from "@/lib/calendar/override";

type Props = { readonly correction: Correction; readonly all: readonly Correction[] };

export function CorrectionState({ correction, all }: Props) {
  const t = useTranslations("calendars.corrections.states");
  if (!correction.run.finishedAt) return <StatusBadge tone="info">{t("running")}</StatusBadge>;
  if (isInForce(correction, all)) return <StatusBadge tone="fine">{t("in_force")}</StatusBadge>;
  return <StatusBadge tone="neutral">{t(correction.change === "withdraw" ? "ends_other" : "withdrawn")}</StatusBadge>;
}

/** @param all last first */
export function isInForce({ version }: Correction, all: readonly Correction[]): boolean {
  return overridesInForce(all.toReversed()).some((override) => override.version === version);
}
