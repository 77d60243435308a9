import { useLocale, useTranslations } from "next-intl";
import { ClientMessages } from "@/app/_components/client-messages";
import { Section } from "@/app/_components/ui/card";
import { AlertFacts } from "@/app/(admin)/conformite/alertes/alert-facts";
import type { ListedAlert } from "@/db/queries/alerts";
import type { Instant } from "@/lib/calendar/instant";
import { alertState } from "@/lib/compliance/alert";
import { formatInstant } from "@/lib/i18n/format";
import { OwnAlertForm } from "./own-alert-form";

type Props = {
  readonly alerts: readonly ListedAlert[];
  readonly mayAct: boolean;
  readonly now: Instant;
  readonly zone: string;
};

/** What the operator alleges, and the seller's say before and after a decision. */
export function OwnAlerts({ alerts, mayAct, now, zone }: Props) {
  const t = useTranslations("alerts");
  const locale = useLocale();
  const act = ({ alert }: ListedAlert) => {
    const state = alertState(alert, now);
    if (alert.appealBefore && state === "decided" && now >= alert.appealBefore) {
      return (
        <p className="mt-3">{t("appeal_over", { at: formatInstant(new Date(alert.appealBefore), zone, locale) })}</p>
      );
    }
    if (!mayAct) return null;
    if (state === "decided") return <OwnAlertForm alertId={alert.id} act="appeal" />;
    const mayAnswer = !alert.answeredAt && (state === "awaiting_answer" || state === "to_decide");
    return mayAnswer ? <OwnAlertForm alertId={alert.id} act="answer" /> : null;
  };
  if (alerts.length === 0) return null;
  return (
    <ClientMessages namespaces={["alerts"]}>
      <div className="mb-6 space-y-4">
        {alerts.map((row) => (
          <Section
            key={row.alert.id}
            id={row.alert.id}
            title={`${t("one_title")} – ${t(`states.${alertState(row.alert, now)}`)}`}
          >
            <AlertFacts alert={row.alert} zone={zone} />
            {act(row)}
          </Section>
        ))}
      </div>
    </ClientMessages>
  );
}
