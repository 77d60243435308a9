import type { Amounts } from "@/lib/invoices/amounts";
import type { Credit, CreditableGroup, CreditableRemainder } from "@/lib/invoices/creditable-remainder";
import type { InvoiceAdjustment, InvoiceDocument, InvoiceLine, VatGroup } from "@/lib/invoices/invoice";
import { allocateCents } from "@/lib/money/allocation";
import { sumCents } from "@/lib/money/cents";
import { divideHalfUp } from "@/lib/money/rounding";
import { netOfGrossCents, vatIncludedCents } from "@/lib/money/vat";

type CreditedLine = {
  readonly line: InvoiceLine;
  readonly amountCents: number;
  readonly returned?: number | undefined;
};

/** Amounts of a credit, already known to fit in what remains; discounts are off, so that no allowance is left to show. */
export function creditAmounts(invoice: InvoiceDocument, remainder: CreditableRemainder, credit: Credit): Amounts {
  const shipping = invoice.adjustments.find((one) => one.kind === "shipping");
  const parts = invoice.vatGroups.flatMap((group) => {
    const lines = creditedLines(invoice, credit).filter(({ line }) => sameTax(line, group));
    const shippingCents = shipping !== undefined && sameTax(shipping, group) ? credit.shippingCents : 0;
    const left = remainder.vatGroups.find((one) => sameTax(one, group));
    const isEmpty = lines.length === 0 && shippingCents === 0;
    return isEmpty || left === undefined ? [] : [creditGroup(group, left, { lines, shippingCents })];
  });
  const lines = parts.flatMap((part) => part.lines).sort((a, b) => a.position - b.position);
  const adjustments = parts.flatMap((part) => part.adjustments);
  const vatGroups = parts.map((part) => part.group);
  return {
    lines: lines.map((line, index) => ({ ...line, position: index + 1 })),
    adjustments,
    vatGroups,
    totals: {
      linesNetCents: sumCents(lines.map((line) => line.netCents)),
      discountsNetCents: 0,
      shippingNetCents: sumCents(adjustments.map((one) => one.netCents)),
      netCents: sumCents(vatGroups.map((group) => group.netCents)),
      vatCents: sumCents(vatGroups.map((group) => group.vatCents)),
      grossCents: sumCents(vatGroups.map((group) => group.grossCents)),
    },
  };
}

function creditedLines(invoice: InvoiceDocument, credit: Credit): readonly CreditedLine[] {
  return invoice.lines.flatMap((line) => {
    const asked = credit.lines.find((one) => one.lineId === line.lineId);
    return asked === undefined || asked.amountCents === 0
      ? []
      : [{ line, amountCents: asked.amountCents, returned: asked.quantity }];
  });
}

function creditGroup(
  group: VatGroup,
  left: CreditableGroup,
  { lines, shippingCents }: { readonly lines: readonly CreditedLine[]; readonly shippingCents: number },
) {
  const { vatScheme, vatRateBps } = group;
  const linesGross = sumCents(lines.map((one) => one.amountCents));
  const grossCents = linesGross + shippingCents;
  const vatCents = creditedVat(grossCents, vatRateBps, left);
  const netCents = grossCents - vatCents;
  const shippingNet = linesGross === 0 ? netCents : Math.min(netCents, netOfGrossCents(shippingCents, vatRateBps));
  const nets = allocateCents(
    netCents - shippingNet,
    lines.map((one) => one.amountCents),
  );
  const shipping: InvoiceAdjustment = {
    kind: "shipping",
    vatScheme,
    vatRateBps,
    netCents: shippingNet,
    vatCents: shippingCents - shippingNet,
    grossCents: shippingCents,
  };
  return {
    lines: lines.map((one, index) => creditedLine(one, nets[index] ?? 0)),
    adjustments: shippingCents > 0 ? [shipping] : [],
    group: { vatScheme, category: group.category, vatRateBps, netCents, vatCents, grossCents },
  };
}

/** The usual rounding, held within what the group has left of VAT and of net; all that is left when all is credited. */
function creditedVat(grossCents: number, vatRateBps: number, left: CreditableGroup): number {
  const least = Math.max(0, grossCents - left.netCents);
  return Math.min(left.vatCents, Math.max(least, vatIncludedCents(grossCents, vatRateBps)));
}

function creditedLine({ line, amountCents, returned }: CreditedLine, netCents: number): InvoiceLine {
  const quantity = returned ?? 1;
  const whole = amountCents === line.grossCents && quantity === line.quantity;
  return {
    ...line,
    quantity,
    returnedQuantity: returned,
    unitGrossCents: divideHalfUp(amountCents, quantity),
    netCents,
    vatCents: amountCents - netCents,
    grossCents: amountCents,
    discountGrossCents: 0,
    ecoParticipationCents: whole ? line.ecoParticipationCents : 0,
  };
}

type Tax = Pick<VatGroup, "vatScheme" | "vatRateBps">;

function sameTax(a: Tax, b: Tax): boolean {
  return a.vatScheme === b.vatScheme && a.vatRateBps === b.vatRateBps;
}
