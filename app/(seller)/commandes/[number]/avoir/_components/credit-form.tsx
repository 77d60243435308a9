import { getTranslations } from "next-intl/server";
import { Alert } from "@/app/_components/ui/alert";
import { Button } from "@/app/_components/ui/button";
import { Section } from "@/app/_components/ui/card";
import { LinkButton } from "@/app/_components/ui/link-button";
import { TextField } from "@/app/_components/ui/text-field";
import { formatMoney } from "@/lib/i18n/format";
import { CREDIT_FIELDS, type CreditQuery, textOf } from "@/lib/invoices/credit-form";
import type { CreditableInvoice } from "@/lib/invoices/order-documents";
import type { Reader } from "../../../../reclamations/[claimId]/_components/reader";

type Props = {
  readonly creditable: CreditableInvoice;
  readonly query: CreditQuery;
  readonly invalid: readonly string[];
  readonly uncreditedCents: number;
  readonly reader: Reader;
};

/** What is left of each line, and what is taken back of it; sent as an address, so that nothing is drawn yet. */
export async function CreditForm({ creditable, query, invalid, uncreditedCents, reader: { locale } }: Props) {
  const t = await getTranslations("invoices.credit");
  const { invoice, remainder } = creditable;
  const money = (cents: number) => formatMoney(cents, locale, invoice.currency);
  if (remainder.grossCents === 0) return <Alert>{t("nothing_left")}</Alert>;
  const kept = [
    ["facture", creditable.invoiceId ?? ""],
    ["reclamation", textOf(query.reclamation)],
  ].filter(([, value]) => value !== "");
  const toAddress = (more: Readonly<Record<string, string>>) =>
    `?${new URLSearchParams([...kept.map(([name = "", value = ""]) => [name, value]), ...Object.entries(more)])}#apercu`;
  return (
    <Section
      id="montants"
      title={t("amounts")}
      lead={t("left", { amount: money(remainder.grossCents), total: money(invoice.totals.grossCents) })}
      actions={
        <>
          <LinkButton href={toAddress({ [CREDIT_FIELDS.all]: "oui" })} variant="secondary">
            {t("all")}
          </LinkButton>
          {uncreditedCents > 0 && (
            <LinkButton
              href={toAddress({ [CREDIT_FIELDS.refund]: (uncreditedCents / 100).toFixed(2) })}
              variant="secondary"
            >
              {t("as_refunded", { amount: money(uncreditedCents) })}
            </LinkButton>
          )}
        </>
      }
    >
      {invalid.length > 0 && (
        <Alert kind="danger" announce className="mb-stack">
          {t("invalid")}
        </Alert>
      )}
      <form action="#apercu" className="grid gap-stack">
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <ul className="divide-y divide-line">
          {remainder.lines.map(({ lineId, quantity, grossCents }, place) => {
            const line = invoice.lines.find((one) => one.lineId === lineId);
            const [pieces, amount] = [CREDIT_FIELDS.pieces(place), CREDIT_FIELDS.amount(place)];
            return (
              <li key={lineId} className="grid gap-x-4 gap-y-2 py-3 sm:grid-cols-[minmax(0,1fr)_8rem_9rem]">
                <p className="self-center">
                  <span className="font-semibold">{line?.name}</span>
                  <span className="tabular block text-sm text-ink-muted">
                    {t("line_left", { quantity, amount: money(grossCents) })}
                  </span>
                </p>
                {grossCents > 0 && (
                  <>
                    <TextField
                      name={pieces}
                      label={t("pieces")}
                      inputMode="numeric"
                      defaultValue={textOf(query[pieces])}
                      hideOptional
                    />
                    <TextField
                      name={amount}
                      label={t("amount")}
                      inputMode="decimal"
                      defaultValue={textOf(query[amount])}
                      hideOptional
                    />
                  </>
                )}
              </li>
            );
          })}
        </ul>
        {remainder.shippingCents > 0 && (
          <TextField
            name={CREDIT_FIELDS.shipping}
            label={t("shipping", { amount: money(remainder.shippingCents) })}
            inputMode="decimal"
            width="short"
            defaultValue={textOf(query[CREDIT_FIELDS.shipping])}
            hideOptional
          />
        )}
        <p className="max-w-prose text-sm text-ink-muted">{t("hint")}</p>
        <Button type="submit" variant="secondary" className="justify-self-start">
          {t("preview")}
        </Button>
      </form>
    </Section>
  );
}
