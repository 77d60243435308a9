import type { OrderInput } from "@/lib/orders/schema";

/** The least a caller sends, with one line of two lamps delivered on Monday 2 November 2026. */
export function orderBody(overrides: Partial<OrderInput> = {}): OrderInput {
  return {
    placedAt: "2026-10-28T11:00:00+01:00",
    currency: "EUR",
    customer: { name: "Jeanne Moreau", email: "Jeanne@Example.org" },
    shippingAddress: {
      name: "Jeanne Moreau",
      line1: "3 rue des Lilas",
      postcode: "69003",
      city: "Lyon",
      country: "FR",
    },
    lines: [
      { sku: "LAMPE-01", name: "Lampe de bureau", quantity: 2, unitPriceCents: 4990, vatRateBps: 2000 },
      { sku: "AMPOULE", name: "Ampoule E27", quantity: 1, unitPriceCents: 350, vatRateBps: 2000 },
    ],
    shippingCents: 490,
    shippingVatRateBps: 2000,
    parcels: [
      {
        carrier: "Colissimo",
        trackingNumber: "6A15602676300",
        shippedAt: "2026-10-30T08:00:00Z",
        deliveredAt: "2026-11-02T13:00:00Z",
      },
    ],
    ...overrides,
  };
}
