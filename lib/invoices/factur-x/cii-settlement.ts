import type { PaymentMethod } from "@/lib/invoices/draft";
import { headerAdjustments } from "@/lib/invoices/factur-x/cii-lines";
import { amount, dateTime, percent, tradeTax } from "@/lib/invoices/factur-x/cii-values";
import { leaf, parent, type Xml } from "@/lib/invoices/factur-x/xml-element";
import type { InvoiceAdjustment, NumberedInvoice, VatGroup } from "@/lib/invoices/invoice";
import { PAYMENT_WORDS, settlementSentence } from "@/lib/invoices/payment-words";
import { VAT_SCHEME_RULES } from "@/lib/invoices/rules";
import { sumCents } from "@/lib/money/cents";

/** UNTDID 4461. A transfer without an account to print is "not defined": 30 would ask for one (BR-61). */
const PAYMENT_MEANS = {
  card: "48",
  transfer: "1",
  direct_debit: "49",
  wallet: "68",
  cheque: "20",
  gift_card: "1",
  through_marketplace: "1",
  marketplace: "1",
  carried_over: "1",
  other: "1",
} as const satisfies Record<PaymentMethod, string>;

/** Reason codes: UNTDID 5189 for a discount, UNTDID 7161 for freight. */
const ADJUSTMENT_CODES = {
  seller_discount: { isCharge: "false", code: "95", words: "Remise" },
  shipping: { isCharge: "true", code: "FC", words: "Frais de livraison" },
} as const satisfies Record<InvoiceAdjustment["kind"], { isCharge: string; code: string; words: string }>;

/** Payment, VAT breakdown, discounts, delivery, totals and the invoice corrected (BG-16 to BG-23, BG-3). */
export function tradeSettlement(invoice: NumberedInvoice): Xml {
  return parent(
    "ram:ApplicableHeaderTradeSettlement",
    leaf("ram:TaxCurrencyCode", invoice.vatInEuro === undefined ? undefined : "EUR"),
    leaf("ram:InvoiceCurrencyCode", invoice.currency),
    paymentMeans(invoice),
    invoice.vatGroups.map(vatBreakdown),
    headerAdjustments(invoice).map(allowanceOrCharge),
    parent(
      "ram:SpecifiedTradePaymentTerms",
      leaf("ram:Description", settlementSentence(invoice)),
      dateTime("ram:DueDateDateTime", invoice.dueOn ?? lastPaidOn(invoice)),
    ),
    monetarySummation(invoice),
    parent(
      "ram:InvoiceReferencedDocument",
      leaf("ram:IssuerAssignedID", invoice.precedingInvoice?.number),
      dateTime("ram:FormattedIssueDateTime", invoice.precedingInvoice?.issuedOn, "qdt"),
    ),
  );
}

function paymentMeans({ payments }: NumberedInvoice): Xml {
  const method = payments.find((payment) => payment.method !== "marketplace")?.method ?? payments[0]?.method;
  return method === undefined
    ? undefined
    : parent(
        "ram:SpecifiedTradeSettlementPaymentMeans",
        leaf("ram:TypeCode", PAYMENT_MEANS[method]),
        leaf("ram:Information", [...new Set(payments.map((one) => PAYMENT_WORDS[one.method]))].join(", ")),
      );
}

function lastPaidOn({ payments }: NumberedInvoice) {
  return payments
    .map((payment) => payment.paidOn)
    .sort()
    .at(-1);
}

function vatBreakdown({ vatCents, netCents, category, vatRateBps, exemption }: VatGroup): Xml {
  return parent(
    "ram:ApplicableTradeTax",
    leaf("ram:CalculatedAmount", amount(vatCents)),
    leaf("ram:TypeCode", "VAT"),
    leaf("ram:ExemptionReason", exemption?.reason),
    leaf("ram:BasisAmount", amount(netCents)),
    leaf("ram:CategoryCode", category),
    leaf("ram:ExemptionReasonCode", exemption?.code),
    leaf("ram:RateApplicablePercent", percent(vatRateBps)),
  );
}

function allowanceOrCharge({ kind, netCents, vatScheme, vatRateBps }: InvoiceAdjustment): Xml {
  const { isCharge, code, words } = ADJUSTMENT_CODES[kind];
  return parent(
    "ram:SpecifiedTradeAllowanceCharge",
    parent("ram:ChargeIndicator", leaf("udt:Indicator", isCharge)),
    leaf("ram:ActualAmount", amount(netCents)),
    leaf("ram:ReasonCode", code),
    leaf("ram:Reason", words),
    tradeTax("ram:CategoryTradeTax", { category: VAT_SCHEME_RULES[vatScheme].category, vatRateBps }),
  );
}

function monetarySummation(invoice: NumberedInvoice): Xml {
  const { totals, currency, vatInEuro } = invoice;
  const adjustments = headerAdjustments(invoice);
  const netOf = (kind: InvoiceAdjustment["kind"]) =>
    sumCents(adjustments.filter((one) => one.kind === kind).map((one) => one.netCents));
  const [charges, allowances] = [netOf("shipping"), netOf("seller_discount")];
  return parent(
    "ram:SpecifiedTradeSettlementHeaderMonetarySummation",
    leaf("ram:LineTotalAmount", amount(totals.netCents - charges + allowances)),
    leaf("ram:ChargeTotalAmount", amount(charges)),
    leaf("ram:AllowanceTotalAmount", amount(allowances)),
    leaf("ram:TaxBasisTotalAmount", amount(totals.netCents)),
    leaf("ram:TaxTotalAmount", amount(totals.vatCents), { currencyID: currency }),
    vatInEuro && leaf("ram:TaxTotalAmount", amount(vatInEuro.vatCents), { currencyID: "EUR" }),
    leaf("ram:GrandTotalAmount", amount(totals.grossCents)),
    leaf("ram:TotalPrepaidAmount", amount(totals.paidCents)),
    leaf("ram:DuePayableAmount", amount(totals.dueCents)),
  );
}
