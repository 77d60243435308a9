import { getTranslations } from "next-intl/server";
import { Alert } from "@/app/_components/ui/alert";
import { Section } from "@/app/_components/ui/card";
import { DescriptionList } from "@/app/_components/ui/description-list";
import type { Creditables } from "@/db/queries/creditable";
import { localDay } from "@/lib/calendar/zone";
import { formatMoney, formatRate } from "@/lib/i18n/format";
import { type CreditAsked, creditOf } from "@/lib/invoices/credit-asked";
import { CREDIT_REFUSALS, creditNoteOf } from "@/lib/invoices/credit-note";
import { mayIssueHere, RECORDING_REASONS } from "@/lib/invoices/invoice-issuer";
import { type CreditableInvoice, refundsToState } from "@/lib/invoices/order-documents";
import { INVOICE_REFUSALS } from "@/lib/invoices/refusals";
import { sumCents } from "@/lib/money/cents";
import { invoiceRefusalWords } from "../../../../_components/invoice-refusal-words";
import type { Reader } from "../../../../reclamations/[claimId]/_components/reader";
import { IssueCredit } from "./issue-credit";

type Props = {
  readonly found: Creditables;
  readonly creditable: CreditableInvoice;
  readonly asked: CreditAsked;
  readonly claimId: string;
  readonly reader: Reader;
};

/** The note as it will read: computed by the very rule that issues it, without a number. */
export async function CreditPreview({ found, creditable, asked, claimId, reader: { locale, now } }: Props) {
  const [t, reply, refusals, recording] = await Promise.all([
    getTranslations("invoices.credit"),
    getTranslations("reply.invoice"),
    getTranslations("invoices.refusals"),
    getTranslations("invoices.recording"),
  ]);
  const { sentences, elsewhere } = invoiceRefusalWords(reply, found.lines);
  const { issuer, order } = found;
  const { invoice, creditNotes, remainder } = creditable;
  const issuedOn = localDay(now, issuer.zone);
  const credit = creditOf(asked, remainder);
  const grossCents = credit.shippingCents + sumCents(credit.lines.map((line) => line.amountCents));
  const refunds = refundsToState(found.refunds, creditNotes, grossCents);
  const here = mayIssueHere({
    ...issuer,
    seller: invoice.seller,
    buyer: invoice.buyer,
    hasExternalInvoice: false,
    issuedOn,
  });
  const note = creditNoteOf({ invoice, creditNotes, credit, issuedOn, refunds });
  const money = (cents: number) => formatMoney(cents, locale, invoice.currency);
  if (!note.ok || !here.ok) {
    return (
      <Section id="apercu" title={t("preview_title")}>
        <Alert kind="danger" announce>
          {note.ok ? !here.ok && recording(here.reason) : refusals(note.reason)}
        </Alert>
      </Section>
    );
  }
  const { lines, adjustments, vatGroups, totals } = note.value;
  const shipping = adjustments.find(({ kind }) => kind === "shipping");
  const facts = [
    ...lines.map((line) => ({
      key: line.lineId,
      term:
        line.returnedQuantity === undefined
          ? t("reduction_of", { name: line.name })
          : t("pieces_of", { name: line.name, quantity: line.quantity }),
      value: money(line.grossCents),
    })),
    ...(shipping ? [{ key: "shipping", term: t("shipping_term"), value: money(shipping.grossCents) }] : []),
    { key: "net", term: t("net"), value: money(totals.netCents) },
    ...vatGroups.map((group) => ({
      key: `${group.vatScheme}-${group.vatRateBps}`,
      term: group.category === "S" ? t("vat", { rate: formatRate(group.vatRateBps, locale) }) : t("no_vat"),
      value: money(group.vatCents),
    })),
    { key: "gross", term: t("gross"), value: <strong>{money(totals.grossCents)}</strong> },
    { key: "paid", term: t("paid_back"), value: money(totals.paidCents) },
    { key: "left", term: t("left_after"), value: money(remainder.grossCents - totals.grossCents) },
  ];
  const reasons = {
    ...Object.fromEntries([...INVOICE_REFUSALS, ...CREDIT_REFUSALS].map((reason) => [reason, refusals(reason)])),
    ...Object.fromEntries(RECORDING_REASONS.map((reason) => [reason, recording(reason)])),
    no_series: t("no_series"),
    no_invoice_to_credit: t("no_invoice"),
    remainder_changed: t("changed"),
  };
  return (
    <Section id="apercu" title={t("preview_title")} lead={t("preview_lead")}>
      <div className="grid gap-stack">
        <DescriptionList facts={facts} />
        <IssueCredit
          hidden={{
            orderNumber: order.number,
            invoiceId: creditable.invoiceId ?? "",
            claimId,
            remainingCents: String(remainder.grossCents),
            asked: JSON.stringify(asked),
          }}
          label={t("issue", { amount: money(totals.grossCents) })}
          reasons={reasons}
          sentences={sentences}
          elsewhere={elsewhere}
        />
      </div>
    </Section>
  );
}
