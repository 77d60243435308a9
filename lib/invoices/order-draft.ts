import type { IsoDate } from "@/lib/calendar/civil-day";
import type { Instant } from "@/lib/calendar/instant";
import { localDay, type ZoneId } from "@/lib/calendar/zone";
import type { InvoiceDraft } from "@/lib/invoices/draft";
import { paymentMethodOf } from "@/lib/invoices/payment-method";
import type { CustomerKind, DiscountFunder, LineKind, PostalAddress, VatScheme } from "@/lib/orders/order";
import { shippingVatScheme } from "@/lib/orders/shipping-vat";
import type { SellerIdentity } from "@/lib/sellers/legal-identity";

/** An order as an invoice needs it. */
export type InvoicedOrder = {
  readonly order: {
    readonly number: string;
    readonly placedAt: Instant;
    readonly currency: string;
    readonly customerKind: CustomerKind;
    readonly customerName: string;
    readonly companySiren: string | null;
    readonly companyVatNumber: string | null;
    readonly purchaseOrder: string | null;
    readonly shippingAddress: PostalAddress;
    readonly billingAddress: PostalAddress | null;
    readonly shippingCents: number;
    readonly shippingVatRateBps: number;
  };
  readonly lines: readonly {
    readonly lineId: string;
    readonly sku: string;
    readonly name: string;
    readonly quantity: number;
    readonly unitPriceCents: number;
    readonly vatRateBps: number;
    readonly vatScheme: VatScheme;
    readonly kind: LineKind;
    readonly ecoParticipationCents: number | null;
  }[];
  readonly parcels: readonly { readonly shippedAt: Instant | null; readonly deliveredAt: Instant | null }[];
  readonly payments: readonly { readonly method: string; readonly amountCents: number; readonly paidAt: Instant }[];
  readonly discounts: readonly { readonly amountCents: number; readonly fundedBy: DiscountFunder }[];
};

/**
 * The draft of an order's invoice. When no payment was imported its settlement is unknown: the invoice then asserts
 * neither a payment nor a debt.
 *
 * @param zone the seller's zone: the days on its invoices are its local days
 */
export function draftOfOrder(
  facts: InvoicedOrder,
  seller: { readonly identity: SellerIdentity; readonly zone: ZoneId; readonly issuedOn: IsoDate },
): InvoiceDraft {
  const { order } = facts;
  const dayOf = (at: Instant) => localDay(at, seller.zone);
  return {
    kind: "invoice",
    seller: seller.identity,
    buyer: buyerOf(order),
    deliveryAddress: order.shippingAddress,
    order: { number: order.number, placedOn: dayOf(order.placedAt) },
    shippedOn: lastDay(
      facts.parcels.map((parcel) => parcel.shippedAt),
      dayOf,
    ),
    deliveredOn: lastDay(
      facts.parcels.map((parcel) => parcel.deliveredAt),
      dayOf,
    ),
    lines: facts.lines.map(({ ecoParticipationCents, ...line }) => ({
      ...line,
      ecoParticipationCents: ecoParticipationCents ?? undefined,
    })),
    shippingCents: order.shippingCents,
    shippingVatRateBps: order.shippingVatRateBps,
    shippingVatScheme: shippingVatScheme(order.shippingVatRateBps, facts.lines),
    discounts: facts.discounts,
    payments: facts.payments.map(({ method, amountCents, paidAt }) => ({
      method: paymentMethodOf(method),
      amountCents,
      paidOn: dayOf(paidAt),
    })),
    settlement: facts.payments.length === 0 ? "unknown" : undefined,
    currency: order.currency,
    issuedOn: seller.issuedOn,
  };
}

function buyerOf(order: InvoicedOrder["order"]): InvoiceDraft["buyer"] {
  const address = order.billingAddress ?? order.shippingAddress;
  return {
    kind: order.customerKind,
    name: order.billingAddress?.name ?? order.customerName,
    address,
    siren: order.companySiren ?? undefined,
    vatNumber: order.companyVatNumber ?? undefined,
    purchaseOrder: order.purchaseOrder ?? undefined,
  };
}

/** The last of several parcels dates the sale; while one has not left or arrived there is no day. */
function lastDay(instants: readonly (Instant | null)[], dayOf: (at: Instant) => IsoDate): IsoDate | undefined {
  const days = instants.map((at) => (at === null ? undefined : dayOf(at)));
  if (days.length === 0 || days.includes(undefined)) return undefined;
  return days.toSorted().at(-1);
}
