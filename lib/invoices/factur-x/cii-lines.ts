import type { InvoiceKind } from "@/lib/invoices/draft";
import { amount, tradeTax, unitPrice } from "@/lib/invoices/factur-x/cii-values";
import { leaf, parent, type Xml } from "@/lib/invoices/factur-x/xml-element";
import {
  type InvoiceAdjustment,
  type InvoiceDocument,
  type InvoiceLine,
  isPriceReduction,
} from "@/lib/invoices/invoice";
import { VAT_SCHEME_RULES } from "@/lib/invoices/rules";

/** Code of a piece in UN/ECE recommendation 20. */
const PIECE = "C62";

/** Every line (BG-25); a document without any, such as a credit of the delivery fee alone, shows the fee as one (BR-16). */
export function tradeLines(invoice: InvoiceDocument): readonly Xml[] {
  return invoice.lines.length > 0
    ? invoice.lines.map((line) => tradeLine(line, invoice.kind))
    : invoice.adjustments.map(shippingLine);
}

/** Adjustments that stay charges and allowances: none when they had to become lines. */
export function headerAdjustments(invoice: InvoiceDocument): readonly InvoiceAdjustment[] {
  return invoice.lines.length > 0 ? invoice.adjustments : [];
}

function tradeLine(line: InvoiceLine, kind: InvoiceKind): Xml {
  const { position, ecoParticipationCents, sku, name, netCents, quantity, vatScheme, vatRateBps } = line;
  const eco = ecoParticipationCents > 0 ? `Dont éco-participation ${amount(ecoParticipationCents)} TTC` : undefined;
  const note = isPriceReduction(kind, line) ? "Réduction de prix" : eco;
  return lineItem({ position, note, sku, name, netCents, quantity, vatScheme, vatRateBps });
}

function shippingLine(one: InvoiceAdjustment, index: number): Xml {
  const { netCents, vatScheme, vatRateBps } = one;
  return lineItem({ position: index + 1, name: "Frais de livraison", netCents, quantity: 1, vatScheme, vatRateBps });
}

type Item = Pick<InvoiceLine, "position" | "name" | "netCents" | "quantity" | "vatScheme" | "vatRateBps"> & {
  readonly sku?: string;
  readonly note?: string | undefined;
};

function lineItem({ position, note, sku, name, netCents, quantity, vatScheme, vatRateBps }: Item): Xml {
  return parent(
    "ram:IncludedSupplyChainTradeLineItem",
    parent(
      "ram:AssociatedDocumentLineDocument",
      leaf("ram:LineID", String(position)),
      parent("ram:IncludedNote", leaf("ram:Content", note)),
    ),
    parent("ram:SpecifiedTradeProduct", leaf("ram:SellerAssignedID", sku), leaf("ram:Name", name) ?? unnamed(sku)),
    parent(
      "ram:SpecifiedLineTradeAgreement",
      parent("ram:NetPriceProductTradePrice", leaf("ram:ChargeAmount", unitPrice(netCents, quantity))),
    ),
    parent("ram:SpecifiedLineTradeDelivery", leaf("ram:BilledQuantity", String(quantity), { unitCode: PIECE })),
    parent(
      "ram:SpecifiedLineTradeSettlement",
      tradeTax("ram:ApplicableTradeTax", { category: VAT_SCHEME_RULES[vatScheme].category, vatRateBps }),
      parent("ram:SpecifiedTradeSettlementLineMonetarySummation", leaf("ram:LineTotalAmount", amount(netCents))),
    ),
  );
}

/** A line must have a name (BR-25). */
function unnamed(sku: string | undefined): Xml {
  return leaf("ram:Name", `Article ${sku ?? ""}`);
}
