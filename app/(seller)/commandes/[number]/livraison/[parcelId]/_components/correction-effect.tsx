import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Alert } from "@/app/_components/ui/alert";
import { Section } from "@/app/_components/ui/card";
import { LinkButton } from "@/app/_components/ui/link-button";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { correctDelivery } from "@/db/commands/correct-delivery";
import type { OrderDetails } from "@/db/queries/orders";
import type { OneSellerScope } from "@/lib/auth/scope";
import { instantOfLocalTime } from "@/lib/calendar/local-time";
import { formatInstant } from "@/lib/i18n/format";
import type { Reader } from "../../../../../reclamations/[claimId]/_components/reader";
import { correctDeliveryAction } from "../actions";
import { becomesOverdue, MovedPeriods } from "./moved-periods";
import { refusalWords } from "./refusal-words";

type Props = {
  readonly scope: OneSellerScope;
  readonly number: string;
  readonly parcel: OrderDetails["parcels"][number];
  readonly typed: string;
  readonly reader: Reader;
  /** Where the reader goes on without changing anything. */
  readonly back: string;
};

/** Every period the correction would move, from a run that is rolled back, and the button that makes it true. */
export async function CorrectionEffect({ scope, number, parcel, typed, reader, back }: Props) {
  const [t, reasons] = await Promise.all([getTranslations("orders.delivery"), refusalWords()]);
  const { zone, locale, now } = reader;
  const deliveredAt = instantOfLocalTime(typed, zone);
  if (!deliveredAt) return <Alert kind="warning">{t("refusals.no_instant")}</Alert>;
  const correction = { number, parcelId: parcel.id, deliveredAt, instead: parcel.deliveredAt };
  const seen = await correctDelivery(scope, correction, now, "dry_run");
  if (!seen.ok) {
    const [code] = Object.values(seen.fields ?? {}).flat();
    return <Alert kind="warning">{reasons[code ?? seen.reason] ?? reasons[seen.reason]}</Alert>;
  }
  const { affectedClocks } = seen.value;
  const overdue = affectedClocks.filter((clock) => becomesOverdue(clock, now)).length;
  return (
    <Section
      id="effet"
      title={t("effect.title")}
      lead={t("effect.lead", { at: formatInstant(new Date(deliveredAt), zone, locale) })}
    >
      <div className="grid gap-stack">
        <p className="text-lg">{t("effect.summary", { moved: affectedClocks.length, overdue })}</p>
        <p className="text-ink-muted">{t("effect.ended")}</p>
        {affectedClocks.length > 0 && <MovedPeriods periods={affectedClocks} reader={reader} />}
        <ActionForm id="form-remise" action={correctDeliveryAction} reasons={reasons} sentences={reasons}>
          <input type="hidden" name="number" value={number} />
          <input type="hidden" name="parcelId" value={parcel.id} />
          <input type="hidden" name="deliveredAt" value={deliveredAt} />
          <input type="hidden" name="instead" value={parcel.deliveredAt ?? ""} />
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton variant={overdue > 0 ? "danger" : "primary"}>{t("effect.submit")}</SubmitButton>
            <LinkButton href={back} variant="quiet">
              {t("effect.back")}
            </LinkButton>
          </div>
        </ActionForm>
      </div>
    </Section>
  );
}
