import { tradeLines } from "@/lib/invoices/factur-x/cii-lines";
import { tradeAgreement } from "@/lib/invoices/factur-x/cii-parties";
import { tradeSettlement } from "@/lib/invoices/factur-x/cii-settlement";
import { dateTime, postalAddress } from "@/lib/invoices/factur-x/cii-values";
import { leaf, parent, type Xml } from "@/lib/invoices/factur-x/xml-element";
import type { InvoiceDocument, Mention, NumberedInvoice, OperationCategory } from "@/lib/invoices/invoice";

const GUIDELINE = "urn:cen.eu:en16931:2017";

/** UNTDID 1001: commercial invoice, credit note. */
const TYPE_CODES = { invoice: "380", credit_note: "381" } as const;

/** First letter of the French business process (BT-23): goods, services, mixed. */
const PROCESS_LETTERS = { goods: "B", services: "S", mixed: "M" } as const satisfies Record<OperationCategory, string>;

/** UNTDID 4451 codes of the French notes between professionals. */
const SUBJECT_CODES: Readonly<Record<string, string>> = {
  late_penalty: "PMD",
  recovery_indemnity: "PMT",
  no_early_discount: "AAB",
};

const NAMESPACES = [
  'xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"',
  'xmlns:qdt="urn:un:unece:uncefact:data:standard:QualifiedDataType:100"',
  'xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"',
  'xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100"',
].join(" ");

/**
 * The Factur-X file of an invoice: UN/CEFACT CII, profile EN 16931, in the subset common to versions 1.07 and 1.08.
 *
 * It states the document's own figures and computes none. Names stay as they were typed, in any script.
 */
export function facturXml(invoice: NumberedInvoice): string {
  const content = [
    exchangedContext(invoice),
    exchangedDocument(invoice),
    parent(
      "rsm:SupplyChainTradeTransaction",
      tradeLines(invoice),
      tradeAgreement(invoice),
      tradeDelivery(invoice),
      tradeSettlement(invoice),
    ),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rsm:CrossIndustryInvoice ${NAMESPACES}>${content.join("")}</rsm:CrossIndustryInvoice>\n`;
}

function exchangedContext(invoice: NumberedInvoice): Xml {
  return parent(
    "rsm:ExchangedDocumentContext",
    parent("ram:BusinessProcessSpecifiedDocumentContextParameter", leaf("ram:ID", businessProcess(invoice))),
    parent("ram:GuidelineSpecifiedDocumentContextParameter", leaf("ram:ID", GUIDELINE)),
  );
}

/** 1 for an ordinary deposit, 2 for an invoice already paid. */
function businessProcess({ kind, operation, totals }: InvoiceDocument): string {
  return `${PROCESS_LETTERS[operation]}${kind === "invoice" && totals.dueCents === 0 ? "2" : "1"}`;
}

function exchangedDocument({ number, kind, issuedOn, mentions }: NumberedInvoice): Xml {
  return parent(
    "rsm:ExchangedDocument",
    leaf("ram:ID", number),
    leaf("ram:TypeCode", TYPE_CODES[kind]),
    dateTime("ram:IssueDateTime", issuedOn),
    mentions.map(note),
  );
}

function note({ code, text }: Mention): Xml {
  return parent("ram:IncludedNote", leaf("ram:Content", text), leaf("ram:SubjectCode", SUBJECT_CODES[code]));
}

function tradeDelivery({ deliveryAddress, deliveredOn, shippedOn }: NumberedInvoice): Xml {
  const content = parent(
    "ram:ApplicableHeaderTradeDelivery",
    deliveryAddress &&
      parent("ram:ShipToTradeParty", leaf("ram:Name", deliveryAddress.name), postalAddress(deliveryAddress)),
    parent("ram:ActualDeliverySupplyChainEvent", dateTime("ram:OccurrenceDateTime", deliveredOn ?? shippedOn)),
  );
  return content ?? "<ram:ApplicableHeaderTradeDelivery/>";
}
