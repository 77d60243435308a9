import { FileMinus2, FileText } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Alert } from "@/app/_components/ui/alert";
import { Section } from "@/app/_components/ui/card";
import { LinkButton } from "@/app/_components/ui/link-button";
import type { OrderDetails } from "@/db/queries/orders";
import { findSellerVat } from "@/db/queries/seller-vat";
import { getSellerSettings } from "@/db/queries/sellers";
import type { SellerScope } from "@/lib/auth/scope";
import { formatDay, formatMoney } from "@/lib/i18n/format";
import { RECORDING_REASONS } from "@/lib/invoices/invoice-issuer";
import { mayImportOrders } from "@/lib/orders/permissions";
import { invoiceRefusalWords } from "../../../_components/invoice-refusal-words";
import { recordingReasonOf } from "../../../_components/recording-reason";
import { VatDoubts } from "../../../_components/vat-doubts";
import type { Reader } from "../../../reclamations/[claimId]/_components/reader";
import { IssueInvoice } from "./issue-invoice";
import { creditsOf } from "./order-credits";

type Props = {
  readonly details: OrderDetails;
  readonly reader: Reader;
  readonly scope: SellerScope;
  /** Number of the document this page was opened to show, as the address tells it. */
  readonly issued: unknown;
};

/** On an order there is nothing to attach an invoice to: its number is given with the order. */
const INVOICED_ELSEWHERE = ["export_not_invoiced_here", "currency_not_supported", "euro_rate_missing"] as const;

/** Invoices and credit notes of the order; the invoice is issued here once, unless it was issued elsewhere. */
export async function OrderInvoices({ details, reader: { locale, now }, scope, issued }: Props) {
  const [t, words, refusals, recording] = await Promise.all([
    getTranslations("orders.page.invoices"),
    getTranslations("reply.invoice"),
    getTranslations("invoices.refusals"),
    getTranslations("invoices.recording"),
  ]);
  const { order, invoices } = details;
  const isInvoiced = invoices.length > 0 || order.externalInvoiceNumber !== null;
  const justIssued = invoices.find(({ number }) => number === issued);
  const on = order.externalInvoiceOn;
  const refusal = invoiceRefusalWords(words, details.lines);
  const elsewhere = Object.fromEntries([
    ...INVOICED_ELSEWHERE.map((reason) => [reason, refusals(reason)]),
    ...RECORDING_REASONS.map((reason) => [reason, recording(reason)]),
  ]);
  const recordedFor = isInvoiced ? undefined : recordingReasonOf(order, await getSellerSettings(scope), now);
  const { leftCents, uncreditedCents } = creditsOf(details);
  const money = (cents: number) => formatMoney(cents, locale, order.currency);
  return (
    <Section id="factures" title={t("title")}>
      {justIssued && (
        <Alert kind="success" announce className="mb-stack">
          {t("issued_now", { kind: justIssued.kind, number: justIssued.number })}
        </Alert>
      )}
      {!isInvoiced && <p className="mb-2 text-ink-muted">{t("none")}</p>}
      <ul className="space-y-2">
        {order.externalInvoiceNumber !== null && (
          <li>
            {t("elsewhere", { number: order.externalInvoiceNumber, on: on ? formatDay(on, locale, "numeric") : "" })}
          </li>
        )}
        {invoices.map(({ id, kind, number, issuedOn, grossCents }) => (
          <li key={id} className="flex gap-2">
            <FileText aria-hidden className="mt-1 size-4 shrink-0" />
            <span>
              <a href={`/api/invoices/${id}/pdf`} className="prose-link">
                {t(kind, { number })}
              </a>
              <span className="block text-sm text-ink-muted">
                {formatDay(issuedOn, locale, "numeric")} · {money(grossCents)}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {recordedFor && <Alert>{recording(recordedFor)}</Alert>}
      {!isInvoiced && !recordedFor && mayImportOrders(scope) && (
        <>
          <VatDoubts order={order} lines={details.lines} seller={await findSellerVat(scope)} />
          <IssueInvoice
            {...refusal}
            orderNumber={order.number}
            label={t("issue")}
            reasons={{ ...refusal.reasons, ...elsewhere }}
          />
        </>
      )}
      {isInvoiced && leftCents > 0 && mayImportOrders(scope) && (
        <div className="mt-3 grid gap-2">
          {uncreditedCents > 0 && <p className="text-sm">{t("uncredited", { amount: money(uncreditedCents) })}</p>}
          <LinkButton
            href={`/commandes/${encodeURIComponent(order.number)}/avoir${uncreditedCents > 0 ? `?rembourse=${(uncreditedCents / 100).toFixed(2)}#apercu` : ""}`}
            variant="secondary"
            className="justify-self-start"
          >
            <FileMinus2 aria-hidden />
            {t("credit")}
          </LinkButton>
          {invoices.length > 0 && !invoices.some(({ kind }) => kind === "credit_note") && (
            <Link href={`/commandes/${encodeURIComponent(order.number)}/facture-corrigee`} className="prose-link w-fit">
              {t("correct")}
            </Link>
          )}
        </div>
      )}
    </Section>
  );
}
