import type { DraftLine, InvoiceDraft } from "@/lib/invoices/draft";
import type { InvoiceAdjustment, InvoiceLine, InvoiceTotals, VatGroup } from "@/lib/invoices/invoice";
import { VAT_SCHEME_RULES } from "@/lib/invoices/rules";
import { allocateCents } from "@/lib/money/allocation";
import { sumCents } from "@/lib/money/cents";
import { netOfGrossCents, vatIncludedCents } from "@/lib/money/vat";
import type { VatScheme } from "@/lib/orders/order";

export type PricedDraft = Pick<
  InvoiceDraft,
  "lines" | "shippingCents" | "shippingVatRateBps" | "shippingVatScheme" | "discounts"
>;

export type Amounts = {
  readonly lines: readonly InvoiceLine[];
  readonly adjustments: readonly InvoiceAdjustment[];
  readonly vatGroups: readonly VatGroup[];
  readonly totals: Omit<InvoiceTotals, "paidCents" | "dueCents">;
};

type Tax = { readonly vatScheme: VatScheme; readonly vatRateBps: number };
type PricedLine = {
  readonly line: DraftLine;
  readonly position: number;
  readonly grossCents: number;
  readonly discountCents: number;
};
type Group = Tax & {
  readonly lines: readonly PricedLine[];
  readonly discountCents: number;
  readonly shippingCents: number;
};

/**
 * Every amount of an invoice from prices that include VAT.
 *
 * Per VAT group, VAT is taken once out of what is due: `round(gross × r / (1 + r))`, half up. Lines, discounts and
 * delivery then share the group's net so that the parts always add up to it. The seller's discounts are spread over
 * the lines by largest remainder, and reach the delivery fee only when they exceed the lines.
 */
export function computeAmounts(draft: PricedDraft): Amounts {
  const groups = groupByTax(draft).map(priceGroup);
  const lines = groups.flatMap((group) => group.lines).sort((a, b) => a.position - b.position);
  const adjustments = groups.flatMap((group) => group.adjustments);
  const vatGroups = groups.map((group) => group.total);
  return { lines, adjustments, vatGroups, totals: totalsOf(lines, adjustments, vatGroups) };
}

/** The seller's discounts, which lower the price; the marketplace's are payments. */
export function sellerDiscountCents(draft: Pick<InvoiceDraft, "discounts">): number {
  return sumCents(draft.discounts.filter((one) => one.fundedBy === "seller").map((one) => one.amountCents));
}

function groupByTax(draft: PricedDraft): readonly Group[] {
  const grossOf = draft.lines.map((line) => line.quantity * line.unitPriceCents);
  const discount = sellerDiscountCents(draft);
  const onLines = Math.min(discount, sumCents(grossOf));
  const shares = allocateCents(onLines, grossOf);
  const priced = draft.lines.map((line, index) => ({
    line,
    position: index + 1,
    grossCents: grossOf[index] ?? 0,
    discountCents: shares[index] ?? 0,
  }));
  const shippingTax: Tax = { vatScheme: draft.shippingVatScheme, vatRateBps: draft.shippingVatRateBps };
  const taxes: readonly Tax[] = [...draft.lines, ...(draft.shippingCents > 0 ? [shippingTax] : [])];
  return distinctTaxes(taxes).map((tax) => {
    const lines = priced.filter((one) => sameTax(one.line, tax));
    const carriesShipping = draft.shippingCents > 0 && sameTax(shippingTax, tax);
    return {
      ...tax,
      lines,
      discountCents: sumCents(lines.map((one) => one.discountCents)) + (carriesShipping ? discount - onLines : 0),
      shippingCents: carriesShipping ? draft.shippingCents : 0,
    };
  });
}

/** Taxed groups first, the highest rate first; exempt ones last. */
function distinctTaxes(taxes: readonly Tax[]): readonly Tax[] {
  const found: Tax[] = [];
  for (const { vatScheme, vatRateBps } of taxes) {
    if (!found.some((tax) => sameTax(tax, { vatScheme, vatRateBps }))) {
      found.push({ vatScheme, vatRateBps });
    }
  }
  return found.sort((a, b) => b.vatRateBps - a.vatRateBps);
}

function sameTax(a: Tax, b: Tax): boolean {
  return a.vatScheme === b.vatScheme && a.vatRateBps === b.vatRateBps;
}

function priceGroup(group: Group) {
  const { vatScheme, vatRateBps } = group;
  const linesGross = sumCents(group.lines.map((one) => one.grossCents));
  const grossCents = linesGross - group.discountCents + group.shippingCents;
  const vatCents = vatIncludedCents(grossCents, vatRateBps);
  const netCents = grossCents - vatCents;
  const discountNet = netOfGrossCents(group.discountCents, vatRateBps);
  // Where no line can take the cent that rounding leaves, the delivery fee does.
  const shippingNet = linesGross === 0 ? netCents + discountNet : netOfGrossCents(group.shippingCents, vatRateBps);
  const nets = allocateCents(
    netCents + discountNet - shippingNet,
    group.lines.map((one) => one.grossCents),
  );
  const adjustments = [
    adjustment("seller_discount", group, group.discountCents, discountNet),
    adjustment("shipping", group, group.shippingCents, shippingNet),
  ].filter((one) => one.grossCents > 0);
  const total: VatGroup = {
    vatScheme,
    category: VAT_SCHEME_RULES[vatScheme].category,
    vatRateBps,
    netCents,
    vatCents,
    grossCents,
  };
  return { lines: group.lines.map((one, index) => lineOf(one, nets[index] ?? 0)), adjustments, total };
}

function lineOf({ line, position, grossCents, discountCents }: PricedLine, netCents: number): InvoiceLine {
  return {
    position,
    lineId: line.lineId,
    sku: line.sku,
    name: line.name,
    kind: line.kind,
    quantity: line.quantity,
    unitGrossCents: line.unitPriceCents,
    vatScheme: line.vatScheme,
    vatRateBps: line.vatRateBps,
    netCents,
    vatCents: grossCents - netCents,
    grossCents,
    discountGrossCents: discountCents,
    ecoParticipationCents: (line.ecoParticipationCents ?? 0) * line.quantity,
  };
}

function adjustment(
  kind: InvoiceAdjustment["kind"],
  tax: Tax,
  grossCents: number,
  netCents: number,
): InvoiceAdjustment {
  const { vatScheme, vatRateBps } = tax;
  return { kind, vatScheme, vatRateBps, netCents, vatCents: grossCents - netCents, grossCents };
}

function totalsOf(
  lines: readonly InvoiceLine[],
  adjustments: readonly InvoiceAdjustment[],
  groups: readonly VatGroup[],
): Amounts["totals"] {
  const netOf = (kind: InvoiceAdjustment["kind"]) =>
    sumCents(adjustments.filter((one) => one.kind === kind).map((one) => one.netCents));
  return {
    linesNetCents: sumCents(lines.map((line) => line.netCents)),
    discountsNetCents: netOf("seller_discount"),
    shippingNetCents: netOf("shipping"),
    netCents: sumCents(groups.map((group) => group.netCents)),
    vatCents: sumCents(groups.map((group) => group.vatCents)),
    grossCents: sumCents(groups.map((group) => group.grossCents)),
  };
}
