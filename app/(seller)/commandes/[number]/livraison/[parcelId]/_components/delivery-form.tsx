import { useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { Section } from "@/app/_components/ui/card";
import { TextField } from "@/app/_components/ui/text-field";
import type { OrderDetails } from "@/db/queries/orders";
import { localInput } from "@/lib/calendar/local-time";
import { formatInstant } from "@/lib/i18n/format";
import type { Reader } from "../../../../../reclamations/[claimId]/_components/reader";

type Props = {
  readonly parcel: OrderDetails["parcels"][number];
  readonly reader: Reader;
  /** What the address says was typed before. */
  readonly typed: string | undefined;
};

/** Asks for the instant; the answer is the same page with what it would move, so nothing is written by it. */
export function DeliveryForm({ parcel: { deliveredAt, shippedAt }, reader, typed }: Props) {
  const t = useTranslations("orders.delivery");
  const { zone, locale, now } = reader;
  const at = (instant: string) => formatInstant(new Date(instant), zone, locale);
  return (
    <Section
      id="remise"
      title={t("form.title")}
      lead={deliveredAt ? t("form.known", { at: at(deliveredAt) }) : t("form.unknown")}
    >
      <form className="grid gap-stack sm:max-w-md">
        <TextField
          name="remis"
          type="datetime-local"
          label={t("form.label")}
          hint={shippedAt ? t("form.hint_shipped", { at: at(shippedAt), zone }) : t("form.hint", { zone })}
          defaultValue={typed ?? (deliveredAt ? localInput(deliveredAt, zone) : "")}
          min={shippedAt ? localInput(shippedAt, zone) : undefined}
          max={localInput(now, zone)}
          required
        />
        <Button type="submit" variant="secondary" className="justify-self-start max-md:w-full">
          {t("form.submit")}
        </Button>
      </form>
    </Section>
  );
}
