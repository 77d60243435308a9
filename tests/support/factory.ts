import { uuidv7 } from "uuidv7";
import { orderLines, orders, parcels } from "@/db/schema/orders";
import { sellers } from "@/db/schema/sellers";
import { withScope } from "@/db/scope";
import { type Instant, instant } from "@/lib/calendar/instant";
import { jobScope, sellerScope, sweepScope } from "@/lib/server/scope";

const SETUP = sweepScope("test_setup");

/** A seller of its own for each test, so that tests run side by side and scoping is exercised every time. */
export async function makeSeller(name = "Atelier Vauban") {
  const id = uuidv7();
  const slug = `seller-${id.slice(-12)}`;
  const at = instant("2026-01-05T09:00:00Z");
  await withScope(SETUP, (tx) =>
    tx.insert(sellers).values({
      id,
      slug,
      name,
      contact: { email: `sav@${slug}.example`, phone: "01 23 45 67 89" },
      createdAt: at,
      updatedAt: at,
    }),
  );
  return { id, slug, scope: memberOf(id), job: jobScope(id, { kind: "system", job: "test" }) };
}

export function memberOf(sellerId: string, role: "owner" | "agent" | "viewer" = "agent") {
  return sellerScope({ sellerId, role, actor: { kind: "member", userId: uuidv7() } });
}

export type MadeSeller = Awaited<ReturnType<typeof makeSeller>>;

/** An order of one line at 49.90 €, sent on Friday 30 October 2026 and delivered on Monday 2 November unless told otherwise. */
export async function makeOrder(
  seller: MadeSeller,
  facts: {
    readonly number?: string;
    readonly shippedAt?: Instant | null;
    readonly deliveredAt?: Instant | null;
    readonly email?: string | null;
    readonly postcode?: string;
  } = {},
) {
  const id = uuidv7();
  const number = facts.number ?? `CMD-${id.slice(-8)}`;
  const at = instant("2026-10-28T10:00:00Z");
  const shippedAt = facts.shippedAt === undefined ? instant("2026-10-30T08:00:00Z") : facts.shippedAt;
  const deliveredAt = facts.deliveredAt === undefined ? instant("2026-11-02T13:00:00Z") : facts.deliveredAt;
  const lineId = uuidv7();
  await withScope(seller.job, async (tx) => {
    await tx.insert(orders).values({
      sellerId: seller.id,
      id,
      number,
      channelId: "api",
      placedAt: at,
      currency: "EUR",
      customerName: "Jeanne Moreau",
      customerEmail: facts.email === undefined ? "jeanne@example.org" : facts.email,
      shippingAddress: {
        name: "Jeanne Moreau",
        line1: "3 rue des Lilas",
        postcode: facts.postcode ?? "69003",
        city: "Lyon",
        country: "FR",
      },
      shippingCents: 490,
      shippingVatRateBps: 2000,
      factsHash: id,
      createdAt: at,
      updatedAt: at,
    });
    await tx.insert(orderLines).values({
      sellerId: seller.id,
      id: lineId,
      orderId: id,
      lineId: "LAMPE-01",
      position: 1,
      sku: "LAMPE-01",
      name: "Lampe de bureau",
      quantity: 2,
      unitPriceCents: 4990,
      vatRateBps: 2000,
    });
    await tx.insert(parcels).values({
      sellerId: seller.id,
      id: uuidv7(),
      orderId: id,
      position: 1,
      carrier: "Colissimo",
      trackingNumber: "6A15602676300",
      shippedAt,
      deliveredAt,
    });
  });
  return { id, number, lineId };
}
