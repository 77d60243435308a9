import { describe, expect, test } from "vitest";
import { type OrderInput, orderBodySchema } from "@/lib/orders/schema";
import { describeIssues } from "@/lib/server/api/issues";
import { orderBody } from "../../support/order-body";

const line = { sku: "LAMPE-01", name: "Lampe", quantity: 1, unitPriceCents: 4990, vatRateBps: 2000 };
const parcel = { carrier: "Colissimo", trackingNumber: "6A15602676300" };
const address = orderBody().shippingAddress;

function refusals(body: unknown): readonly (readonly [string, string])[] {
  const parsed = orderBodySchema.safeParse(body, { reportInput: true });
  return parsed.success ? [] : describeIssues(parsed.error.issues, "fr").map(({ path, code }) => [path, code]);
}

describe("an order's body", () => {
  test("the least body, with its defaults", () => {
    expect(orderBodySchema.parse(orderBody())).toMatchObject({
      placedAt: "2026-10-28T10:00:00.000Z",
      customerKind: "consumer",
      customer: { email: "jeanne@example.org", locale: "fr" },
      lines: [{ kind: "goods", condition: "new", bulky: false }, {}],
      parcels: [{ mode: "home", shippedBy: "seller", events: [] }],
      withdrawalInformed: "unknown",
    });
  });

  test("every field", () => {
    const full: OrderInput = {
      ...orderBody(),
      channel: "site",
      externalId: "A-1",
      customerKind: "professional",
      customer: { name: "Sarl Dupont", siren: "732 829 320", vatNumber: "FR44732829320", purchaseOrder: "BC-9" },
      billingAddress: address,
      shipFrom: { postcode: "97400", country: "re" },
      promisedDeliveryOn: "2026-11-05",
      lines: [
        {
          ...line,
          lineId: "1",
          vatScheme: "oss",
          kind: "digital",
          condition: "refurbished",
          bulky: true,
          withdrawalExclusion: { number: 3, informedOn: "2026-10-28" },
          ecoParticipationCents: 20,
        },
      ],
      parcels: [
        {
          ...parcel,
          lines: [{ lineId: "1", quantity: 1 }],
          mode: "pickup_point",
          shippedBy: "operator",
          shippedAt: "2026-10-30T08:00:00Z",
          availableAt: "2026-11-01T08:00:00Z",
          deliveredAt: "2026-11-02T13:00:00Z",
          events: [{ at: "2026-11-01T08:00:00Z", code: "AG", label: "Disponible" }],
        },
      ],
      payments: [{ method: "card", amountCents: 5480, reference: "p1", paidAt: "2026-10-28T10:00:00Z" }],
      refunds: [{ lineId: "1", amountCents: 100, method: "card", reference: "r1", paidAt: "2026-11-10T10:00:00Z" }],
      discounts: [{ amountCents: 500, fundedBy: "marketplace" }],
      withdrawalInformed: "yes",
      withdrawalInformedOn: "2026-10-28",
      withdrawalInformedEvidence: "CGV du 28/10/2026",
      externalInvoice: { number: "F-2026-1", issuedOn: "2026-10-28" },
    };
    expect(refusals(full)).toEqual([]);
    expect(orderBodySchema.parse(full)).toMatchObject({
      customer: { siren: "732829320" },
      shipFrom: { country: "RE" },
    });
  });

  test.each<{ because: string; body: unknown; refused: readonly (readonly [string, string])[] }>([
    { because: "an unknown field", body: { ...orderBody(), colour: "red" }, refused: [["colour", "unknown_field"]] },
    {
      because: "an unknown field of a line",
      body: orderBody({ lines: [{ ...line, price: 1 } as typeof line] }),
      refused: [["lines[0].price", "unknown_field"]],
    },
    { because: "no customer", body: { ...orderBody(), customer: undefined }, refused: [["customer", "required"]] },
    { because: "no line", body: orderBody({ lines: [] }), refused: [["lines", "too_few"]] },
    {
      because: "a negative quantity",
      body: orderBody({ lines: [{ ...line, quantity: -1 }] }),
      refused: [["lines[0].quantity", "too_small"]],
    },
    {
      because: "a quantity of zero",
      body: orderBody({ lines: [{ ...line, quantity: 0 }] }),
      refused: [["lines[0].quantity", "too_small"]],
    },
    {
      because: "half a lamp",
      body: orderBody({ lines: [{ ...line, quantity: 0.5 }] }),
      refused: [["lines[0].quantity", "must_be_integer"]],
    },
    {
      because: "a price with decimals",
      body: orderBody({ lines: [{ ...line, unitPriceCents: 49.9 }] }),
      refused: [["lines[0].unitPriceCents", "must_be_integer"]],
    },
    {
      because: "a price as text",
      body: { ...orderBody(), shippingCents: "490" },
      refused: [["shippingCents", "must_be_number"]],
    },
    {
      because: "a VAT rate nobody knows",
      body: orderBody({ lines: [{ ...line, vatRateBps: 1234 }] }),
      refused: [["lines[0].vatRateBps", "unknown_vat_rate"]],
    },
    {
      because: "VAT as a fraction",
      body: orderBody({ shippingVatRateBps: 20 }),
      refused: [["shippingVatRateBps", "unknown_vat_rate"]],
    },
    {
      because: "delivery before dispatch",
      body: orderBody({
        parcels: [{ ...parcel, shippedAt: "2026-11-02T13:00:00Z", deliveredAt: "2026-11-02T12:59:59Z" }],
      }),
      refused: [["parcels[0].deliveredAt", "delivered_before_dispatch"]],
    },
    {
      because: "an instant without offset",
      body: orderBody({ placedAt: "2026-10-28T11:00:00" }),
      refused: [["placedAt", "no_offset"]],
    },
    {
      because: "30 February",
      body: orderBody({ promisedDeliveryOn: "2026-02-30" }),
      refused: [["promisedDeliveryOn", "invalid_date"]],
    },
    {
      because: "an unknown country",
      body: orderBody({ shippingAddress: { ...address, country: "France" } }),
      refused: [["shippingAddress.country", "unknown_country"]],
    },
    { because: "an unknown currency", body: orderBody({ currency: "€" }), refused: [["currency", "unknown_currency"]] },
    {
      because: "three letters of none",
      body: orderBody({ currency: "ABC" }),
      refused: [["currency", "unknown_currency"]],
    },
    { because: "no cents", body: orderBody({ currency: "JPY" }), refused: [["currency", "unknown_currency"]] },
    {
      because: "two lines of one identifier",
      body: orderBody({ lines: [line, line] }),
      refused: [["lines[1].lineId", "duplicate_line_id"]],
    },
    {
      because: "a parcel with a line that is not ordered",
      body: orderBody({ parcels: [{ ...parcel, lines: [{ lineId: "AUTRE", quantity: 1 }] }] }),
      refused: [["parcels[0].lines[0].lineId", "unknown_line_id"]],
    },
    {
      because: "the same parcel twice",
      body: orderBody({ parcels: [parcel, parcel] }),
      refused: [["parcels[1].trackingNumber", "duplicate_parcel"]],
    },
    {
      because: "an exclusion that L221-28 has not",
      body: orderBody({ lines: [{ ...line, withdrawalExclusion: { number: 14, informedOn: "2026-10-28" } }] }),
      refused: [["lines[0].withdrawalExclusion.number", "too_big"]],
    },
    {
      because: "a day of information without information",
      body: orderBody({ withdrawalInformedOn: "2026-10-28" }),
      refused: [["withdrawalInformedOn", "informed_on_without_yes"]],
    },
    {
      because: "a refund of nothing",
      body: orderBody({
        refunds: [{ amountCents: 0, method: "card", reference: "r", paidAt: "2026-11-10T10:00:00Z" }],
      }),
      refused: [["refunds[0].amountCents", "nothing_refunded"]],
    },
    {
      because: "a SIREN with a wrong key",
      body: orderBody({ customer: { name: "Sarl", siren: "732829321" } }),
      refused: [["customer.siren", "invalid_siren"]],
    },
    {
      because: "a total no column holds",
      body: orderBody({ lines: [{ ...line, quantity: 100_000, unitPriceCents: 1_000_000 }] }),
      refused: [["lines", "total_too_big"]],
    },
    { because: "a list", body: [], refused: [["", "must_be_object"]] },
  ])("refuses $because", ({ body, refused }) => {
    expect(refusals(body)).toEqual(refused);
  });

  test("an unknown carrier is kept as given", () => {
    const body = orderBody({ parcels: [{ carrier: "Pigeon & fils", trackingNumber: "1" }] });
    expect(orderBodySchema.parse(body).parcels?.[0]?.carrier).toBe("Pigeon & fils");
  });
});
