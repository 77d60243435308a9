import type { EntryOutcome, OrderEntry, OrderImport } from "@/db/commands/imported-order";
import { appendEvent } from "@/db/commands/journal";
import { inMode, type Mode } from "@/db/commands/mode";
import { writeOrders } from "@/db/commands/order-batch";
import type { Transaction } from "@/db/scope";
import type { OneSellerScope } from "@/lib/auth/scope";
import { fromEpochMs, type Instant, toEpochMs } from "@/lib/calendar/instant";
import { mayImportOrders } from "@/lib/orders/permissions";
import { type Refusal, refused } from "@/lib/outcome";

/** How far ahead of ours a caller's clock may run. */
const CLOCK_SKEW_MS = 5 * 60_000;

export type ImportOrderOutcome = EntryOutcome | Refusal<"not_allowed">;

/**
 * Create an order, or make a known one say what its body says.
 *
 * Unique on (seller, number); the same facts again change nothing. Prices and lines of an invoiced order are
 * refused. A change of delivery recounts the periods of the order's open claims, and says which.
 *
 * @param mode `dry_run` decides everything and writes nothing
 */
export async function importOrder(
  scope: OneSellerScope,
  entry: OrderEntry,
  now: Instant,
  mode: Mode = "write",
): Promise<ImportOrderOutcome> {
  if (!mayImportOrders(scope)) return refused("not_allowed");
  const { sellerId, actor } = scope;
  const run: OrderImport = {
    sellerId,
    actor,
    now,
    channel: "api",
    latest: fromEpochMs(toEpochMs(now) + CLOCK_SKEW_MS),
  };
  return inMode(mode, scope, async (tx) => {
    const [outcome] = await writeOrders(tx, run, [entry]);
    if (!outcome) throw new Error("An order was written without an outcome");
    if (outcome.ok && outcome.value.result === "created") await journalCreated(tx, run, outcome.value);
    return outcome;
  });
}

async function journalCreated(
  tx: Transaction,
  { sellerId, actor, now }: OrderImport,
  { orderId, number }: { readonly orderId: string; readonly number: string },
): Promise<void> {
  await appendEvent(tx, {
    stream: { kind: "seller", id: sellerId, sellerId },
    type: "order_imported",
    actor,
    at: now,
    payload: { orderId, number },
  });
}
