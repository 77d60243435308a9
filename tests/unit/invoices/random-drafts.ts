import fc from "fast-check";
import type { InvoiceDraft } from "@/lib/invoices/draft";
import type { VatScheme } from "@/lib/orders/order";
import { draft, line, trader } from "@/tests/unit/invoices/drafts";

const RATES = [2000, 1000, 550, 210, 850, 105, 2550] as const;

type Tax = { readonly vatScheme: VatScheme; readonly vatRateBps: number };

const taxed = fc.constantFrom(...RATES).map((vatRateBps): Tax => ({ vatScheme: "standard", vatRateBps }));
const margin = fc.constant<Tax>({ vatScheme: "margin", vatRateBps: 0 });
const franchise = fc.constant<Tax>({ vatScheme: "franchise", vatRateBps: 0 });

/** Orders a marketplace may send: cheap and dear lines, several rates, discounts up to everything, any delivery fee. */
export function randomDraft(): fc.Arbitrary<InvoiceDraft> {
  return fc.oneof(
    { weight: 4, arbitrary: draftWith(fc.oneof({ weight: 5, arbitrary: taxed }, { weight: 1, arbitrary: margin })) },
    { weight: 1, arbitrary: draftWith(franchise).map((one) => ({ ...one, seller: trader })) },
  );
}

function draftWith(tax: fc.Arbitrary<Tax>): fc.Arbitrary<InvoiceDraft> {
  const price = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 200_000 }));
  const item = fc.record({ quantity: fc.integer({ min: 1, max: 12 }), unitPriceCents: price, tax });
  return fc
    .record({
      items: fc.array(item, { minLength: 1, maxLength: 12 }),
      shippingCents: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 3000 })),
      shippingTax: tax,
      discountPart: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 1000 })),
    })
    .map(({ items, shippingCents, shippingTax, discountPart }) => {
      const lines = items.map(({ quantity, unitPriceCents, tax: lineTax }, index) =>
        line({ lineId: `l${index}`, quantity, unitPriceCents, ...lineTax }),
      );
      const before = shippingCents + lines.reduce((total, one) => total + one.quantity * one.unitPriceCents, 0);
      return draft({
        lines,
        shippingCents,
        shippingVatRateBps: shippingTax.vatRateBps,
        shippingVatScheme: shippingTax.vatScheme,
        discounts: [{ amountCents: Math.floor((before * discountPart) / 1000), fundedBy: "seller" }],
      });
    });
}
