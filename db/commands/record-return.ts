import { startClaimClock } from "@/db/commands/claim-clock";
import { resumeClock, stopClock } from "@/db/commands/clocks";
import { putClockBeside } from "@/db/commands/commitments";
import {
  actOn,
  type Deed,
  type FulfilledCommitment,
  keepPromises,
  lockOpenClaims,
  type OpenClaim,
  openPromises,
  settleAll,
} from "@/db/commands/deeds";
import { appendEvent } from "@/db/commands/journal";
import { reopenForGoods } from "@/db/commands/lapsed-returns";
import type { RecordedDeed } from "@/db/commands/record-refund";
import { type DeedRefusal, futureRefusal, lockOrder } from "@/db/commands/recorded-order";
import { type ClockRow, readClocks } from "@/db/queries/clock-facts";
import { readOrderFacts } from "@/db/queries/order-facts";
import { type Transaction, withScope } from "@/db/scope";
import type { OneSellerScope } from "@/lib/auth/scope";
import { earliest, type Instant } from "@/lib/calendar/instant";
import { mayImportOrders } from "@/lib/orders/permissions";
import type { ReturnBody } from "@/lib/orders/schema";
import { accepted, type Outcome, refused } from "@/lib/outcome";
import { isLackOfConformity } from "@/lib/replies/remedy";

/**
 * Record goods that a customer sent back, or that came back. The first of the two ends what held the refund of a
 * withdrawal back (C. conso. L221-24) and starts that of a rescission for lack of conformity (L217-17).
 */
export async function recordReturn(
  scope: OneSellerScope,
  returned: { readonly number: string; readonly claimId?: string | undefined; readonly goods: ReturnBody },
  now: Instant,
): Promise<Outcome<RecordedDeed, DeedRefusal>> {
  if (!mayImportOrders(scope)) return refused("not_allowed");
  const { sentAt, receivedAt } = returned.goods;
  const late = futureRefusal({ sentAt, receivedAt }, now);
  if (late) return late;
  const firstAt = sentAt && receivedAt ? earliest(sentAt, receivedAt) : (sentAt ?? receivedAt);
  if (firstAt === undefined) return refused("invalid", { sentAt: ["required"] });
  const { sellerId, actor } = scope;
  return withScope(scope, async (tx): Promise<Outcome<RecordedDeed, DeedRefusal>> => {
    const order = await lockOrder(tx, sellerId, returned.number);
    if (!order) return refused("order_not_found");
    const { orderId, number } = order;
    const deed: Deed = { sellerId, orderId, actor, now, claimId: returned.claimId };
    await appendEvent(tx, {
      stream: { kind: "seller", id: sellerId, sellerId },
      type: "return_recorded",
      actor,
      at: now,
      payload: { orderId, number, claimId: returned.claimId, ...returned.goods },
    });
    const fulfilled = await applyReturn(tx, deed, returned.goods, firstAt);
    return accepted({ orderId, result: "recorded", fulfilled });
  });
}

async function applyReturn(
  tx: Transaction,
  deed: Deed,
  { receivedAt, reference }: ReturnBody,
  firstAt: Instant,
): Promise<readonly FulfilledCommitment[]> {
  await reopenForGoods(tx, deed);
  const claim = await claimOfReturn(tx, deed);
  if (!claim) return [];
  const act = actOn(deed, claim.id);
  const clocks = await readClocks(tx, deed.sellerId, claim.id);
  for (const clock of clocks) {
    if (clock.kind === "withdrawal_refund") await resumeClock(tx, act, clock, firstAt);
    if (clock.kind === "goods_return") await stopClock(tx, act, clock, firstAt);
  }
  await startRescissionRefund(tx, deed, claim, { clocks, firstAt });
  const promises = receivedAt === undefined ? [] : await openPromises(tx, deed, [claim], ["return"]);
  const evidence = { reference, at: receivedAt ?? firstAt };
  const fulfilled = await keepPromises(tx, deed, [claim], { promises, evidence });
  await settleAll(tx, deed, [claim]);
  return fulfilled;
}

/** The claim named, else the oldest one whose goods are awaited. */
async function claimOfReturn(tx: Transaction, deed: Deed): Promise<OpenClaim | undefined> {
  const open = await lockOpenClaims(tx, deed);
  if (deed.claimId !== undefined) return open[0];
  const awaited = new Set((await openPromises(tx, deed, open, ["return"])).map((promise) => promise.claimId));
  for (const claim of open) {
    if (awaited.has(claim.id)) return claim;
    const clocks = await readClocks(tx, deed.sellerId, claim.id);
    if (clocks.some((clock) => clock.suspendedBy === "goods_not_back" && !clock.resumedAt)) return claim;
  }
  return undefined;
}

/** Fourteen days to refund run from the goods or the proof of their dispatch, when the answer promised a refund. */
async function startRescissionRefund(
  tx: Transaction,
  deed: Deed,
  claim: OpenClaim,
  { clocks, firstAt }: { readonly clocks: readonly ClockRow[]; readonly firstAt: Instant },
): Promise<void> {
  if (!isLackOfConformity(claim.situation) || clocks.some((clock) => clock.kind === "conformity_refund")) return;
  const promised = (await openPromises(tx, deed, [claim], ["refund"]))[0];
  const facts = await readOrderFacts(tx, deed.sellerId, deed.orderId);
  if (!promised || !facts || facts.order.customerKind === "professional") return;
  await startClaimClock(tx, actOn(deed, claim.id), claim, { kind: "conformity_refund", at: firstAt });
  await putClockBeside(tx, actOn(deed, claim.id), { promises: [promised], kind: "conformity_refund" });
}
