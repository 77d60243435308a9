import { getTranslations } from "next-intl/server";
import { Alert } from "@/app/_components/ui/alert";
import { Section } from "@/app/_components/ui/card";
import { ProgressBar } from "@/app/_components/ui/progress-bar";
import type { Correction } from "@/db/queries/calendar-corrections";
import { RefreshEverySecond } from "./refresh-every-second";

/** What the correction has moved; while clocks still move the page asks again, with or without script. */
export async function CorrectionRun({ run }: Pick<Correction, "run">) {
  const t = await getTranslations("calendars.result");
  const { moved, becomeOverdue: overdue, noLongerOverdue: relieved } = run;
  if (run.finishedAt) {
    return (
      <Alert kind={overdue > 0 ? "warning" : "success"} title={t("done_title")}>
        {t("done", { moved, overdue, relieved })}
      </Alert>
    );
  }
  return (
    <Section id="progression" title={t("running_title")}>
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
      <RefreshEverySecond />
      <ProgressBar id="avancement" label={t("running_label")} words={t("running", { moved })} />
    </Section>
  );
}
