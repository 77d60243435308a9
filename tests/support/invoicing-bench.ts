import { uuidv7 } from "uuidv7";
import { insertMany } from "@/db/commands/bulk";
import { openClaim } from "@/db/commands/open-claim";
import { orderLines } from "@/db/schema/orders";
import { withScope } from "@/db/scope";
import type { Instant } from "@/lib/calendar/instant";
import { type MadeSeller, makeOrder } from "./factory";
import { makeInvoicingSeller } from "./invoicing-seller";

const FURTHER_LINES = 9;
const CLAIMS = 40;

/** A seller with orders of ten lines at two rates that left and are not invoiced, and claims in its inbox. */
export async function sellerWithOrders(count: number, now: Instant): Promise<MadeSeller> {
  const seller = await makeInvoicingSeller();
  for (let index = 0; index < count; index += 1) {
    const order = await makeOrder(seller, { number: `B-${String(index).padStart(5, "0")}`, email: null });
    await withScope(seller.job, (tx) => insertMany(tx, orderLines, linesOf(seller.id, order.id)));
    if (index < CLAIMS) await complain(seller, order.number, now);
  }
  return seller;
}

function linesOf(sellerId: string, orderId: string): readonly (typeof orderLines.$inferInsert)[] {
  return Array.from({ length: FURTHER_LINES }, (_, index) => ({
    sellerId,
    orderId,
    id: uuidv7(),
    lineId: `L-${index}`,
    position: index + 2,
    sku: `REF-${index}`,
    name: `Article de démonstration n° ${index + 1}, finition laiton brossé`,
    quantity: 1 + (index % 4),
    unitPriceCents: 499 + index * 137,
    vatRateBps: index % 5 === 4 ? 550 : 2000,
    vatScheme: "standard",
    kind: "goods",
    condition: "new",
    bulky: false,
  }));
}

async function complain(seller: MadeSeller, orderNumber: string, now: Instant): Promise<void> {
  const input = { orderNumber, situation: "other", message: "Une question." } as const;
  const opened = await openClaim(seller.scope, { input, recordedBy: "seller", locale: "fr" }, now);
  if (!opened.ok) throw new Error(opened.reason);
}
