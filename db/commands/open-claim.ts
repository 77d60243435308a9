import { and, eq } from "drizzle-orm";
import { type ClaimedLine, findRecorded, findSameOpen } from "@/db/commands/claim-duplicates";
import { lockClaim } from "@/db/commands/claim-state";
import { type ClaimAct, originOf } from "@/db/commands/clocks";
import { insertClaim } from "@/db/commands/insert-claim";
import { addIntake, judgeIntake, newAnswers } from "@/db/commands/intake";
import { appendEvent } from "@/db/commands/journal";
import { addCustomerMessage } from "@/db/commands/messages";
import type {
  ClaimToOpen,
  OpenClaimRefusal,
  OpenedClaim,
  PreparedClaim,
  Recorder,
  StaffScope,
} from "@/db/commands/opened-claim";
import { type OrderFacts, readOrderFacts } from "@/db/queries/order-facts";
import { channels } from "@/db/schema/marketplace";
import { orders } from "@/db/schema/orders";
import { type Transaction, withScope } from "@/db/scope";
import type { Instant } from "@/lib/calendar/instant";
import { mayHandleClaims } from "@/lib/claims/permissions";
import type { OpenClaimInput } from "@/lib/claims/schema";
import { accepted, type Outcome, refused } from "@/lib/outcome";

/**
 * Open a claim on an order of this seller, with its phase, its clocks and the customer's link, in one transaction.
 *
 * Idempotent on (seller, channel, external id). A claim on the same order, lines and situation that is still open
 * is joined: the message is added to it and no second clock starts.
 */
export async function openClaim(
  scope: StaffScope,
  opening: ClaimToOpen,
  now: Instant,
): Promise<Outcome<OpenedClaim, OpenClaimRefusal>> {
  return withScope(scope, (tx) => openClaimIn(tx, scope, opening, now));
}

/** The same in the transaction of another command. */
export async function openClaimIn(
  tx: Transaction,
  scope: StaffScope,
  opening: ClaimToOpen,
  now: Instant,
): Promise<Outcome<OpenedClaim, OpenClaimRefusal>> {
  if (!mayHandleClaims(scope)) return refused("not_allowed");
  const instants = instantsOf(opening.input, now);
  if (!instants.ok) return instants;
  const orderId = await findOrderId(tx, scope.sellerId, opening.input.orderNumber);
  if (!orderId) return refused("order_not_found", { orderNumber: ["order_not_found"] });
  const facts = await readOrderFacts(tx, scope.sellerId, orderId);
  if (!facts) return refused("order_not_found", { orderNumber: ["order_not_found"] });
  return openOnOrder(tx, scope, { ...opening, ...instants.value, facts }, now);
}

function instantsOf(
  input: OpenClaimInput,
  now: Instant,
): Outcome<{ statementSentAt: Instant; receivedAt: Instant }, OpenClaimRefusal> {
  const statementSentAt = input.statementSentAt ?? input.receivedAt ?? now;
  const receivedAt = input.receivedAt ?? input.statementSentAt ?? now;
  if (statementSentAt > now) return refused("sent_in_future", { statementSentAt: ["sent_in_future"] });
  if (receivedAt > now) return refused("sent_in_future", { receivedAt: ["sent_in_future"] });
  if (receivedAt < statementSentAt) return refused("received_before_sent", { receivedAt: ["received_before_sent"] });
  return accepted({ statementSentAt, receivedAt });
}

/** The order's row is locked, so that two identical claims at one instant become one. */
async function findOrderId(tx: Transaction, sellerId: string, number: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.sellerId, sellerId), eq(orders.number, number)))
    .for("update");
  return row?.id;
}

/** The same on an order whose facts were just read. */
export async function openOnOrder(
  tx: Transaction,
  scope: StaffScope,
  prepared: PreparedClaim,
  now: Instant,
): Promise<Outcome<OpenedClaim, OpenClaimRefusal>> {
  const { input, facts } = prepared;
  if (prepared.statementSentAt < facts.order.placedAt) {
    return refused("sent_before_order", { statementSentAt: ["sent_before_order"] });
  }
  const intake = judgeIntake(input.situation, input.intake ?? {}, { order: facts.order, now });
  if (intake) return refused("intake_refused", { [`intake.${intake.field}`]: [intake.reason] });
  const claimed = claimedLinesOf(input, facts);
  if (!claimed.ok) return claimed;
  const channelId = input.channel ?? defaultChannel(prepared.recordedBy);
  if (!(await isKnownChannel(tx, channelId))) return refused("unknown_channel", { channel: ["unknown_channel"] });
  const recorded = await findRecorded(tx, scope.sellerId, channelId, prepared);
  if (recorded) return recorded;
  const search = { orderId: facts.order.id, situation: input.situation };
  const open = await findSameOpen(tx, scope.sellerId, search, claimed.value);
  if (open) return joinClaim(tx, scope, open, prepared, now);
  return insertClaim(tx, scope, { ...prepared, channelId, claimed: claimed.value }, now);
}

function defaultChannel(recordedBy: Recorder): string {
  return recordedBy === "customer" ? "site" : recordedBy === "api" ? "api" : "seller";
}

function claimedLinesOf(input: OpenClaimInput, facts: OrderFacts): Outcome<readonly ClaimedLine[], OpenClaimRefusal> {
  const claimed: ClaimedLine[] = [];
  for (const { lineId, quantity } of input.lines ?? []) {
    const line = facts.lines.find((candidate) => candidate.lineId === lineId);
    if (!line) return refused("unknown_line", { lines: ["unknown_line"] });
    if (quantity > line.quantity) return refused("quantity_above_order", { lines: ["quantity_above_order"] });
    claimed.push({ orderLineId: line.id, quantity });
  }
  return accepted(claimed);
}

async function isKnownChannel(tx: Transaction, channelId: string): Promise<boolean> {
  const rows = await tx.select({ id: channels.id }).from(channels).where(eq(channels.id, channelId)).limit(1);
  return rows.length > 0;
}

async function joinClaim(
  tx: Transaction,
  scope: StaffScope,
  open: { readonly id: string; readonly reference: string },
  prepared: PreparedClaim,
  now: Instant,
): Promise<Outcome<OpenedClaim, OpenClaimRefusal>> {
  const act: ClaimAct = { sellerId: scope.sellerId, claimId: open.id, actor: scope.actor, now };
  const { input, statementSentAt, receivedAt } = prepared;
  const payload = { situation: input.situation, statementSentAt, receivedAt, externalId: input.externalId ?? null };
  await appendEvent(tx, { ...originOf(act), type: "claim_joined", payload });
  const locked = input.intake && (await lockClaim(tx, scope.sellerId, open.id));
  if (input.intake && locked) await addIntake(tx, act, locked, newAnswers(input.intake, now));
  await addCustomerMessage(tx, act, { body: input.message, locale: prepared.locale, receivedAt });
  return accepted({ claimId: open.id, reference: open.reference, orderId: prepared.facts.order.id, result: "joined" });
}
