import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { keepPromise } from "@/db/commands/keep-promise";
import { keepByRefund, keepByReturn, keepByShipment, type PromiseOfOrder } from "@/db/commands/keep-promise-by-deed";
import { recordRefund } from "@/db/commands/record-refund";
import type { SellerScope } from "@/lib/auth/scope";
import { instant } from "@/lib/calendar/instant";
import { parcelSchema, refundSchema } from "@/lib/orders/schema";
import { COMMITMENT_KINDS, type CommitmentDeed, type CommitmentKind, deedOfCommitment } from "@/lib/replies/commitment";
import { makeSeller, memberOf } from "../support/factory";
import { testDatabase } from "../support/test-database";
import { openPromise, promiseFacts } from "./support/open-promise";

const db = testDatabase();
afterAll(async () => {
  await db.close();
  await closeDatabase();
});

const DONE = instant("2026-11-24T10:00:00Z");
const NOW = instant("2026-11-25T10:00:00Z");
const REFUND = refundSchema.parse({ amountCents: 2000, method: "card", reference: "VIR-1", paidAt: DONE });
const PARCEL = { ...parcelSchema.parse({ carrier: "Chronopost", trackingNumber: "XY123" }), shippedAt: DONE };

const DEEDS: Record<
  CommitmentDeed,
  (scope: SellerScope, promise: PromiseOfOrder, now: typeof NOW) => Promise<unknown>
> = {
  refund: (scope, promise, now) => keepByRefund(scope, { ...promise, refund: REFUND }, now),
  shipment: (scope, promise, now) => keepByShipment(scope, { ...promise, parcel: PARCEL }, now),
  return: (scope, promise, now) =>
    keepByReturn(scope, { ...promise, goods: { receivedAt: DONE, reference: "R-1" } }, now),
  note: (scope, promise, now) => keepPromise(scope, { ...promise, reference: "Note n° 1", doneAt: DONE }, now),
  answer: (scope, promise, now) => keepPromise(scope, { ...promise, reference: "reply:1", doneAt: DONE }, now),
};
const EVIDENCE: Record<CommitmentDeed, string> = {
  refund: "VIR-1",
  shipment: "Chronopost XY123",
  return: "R-1",
  note: "Note n° 1",
  answer: "reply:1",
};

const doneEvents = (claimId: string) => db.superuser`
  select p.payload::jsonb ->> 'evidence' as evidence
  from events e join event_payloads p using (stream_kind, stream_id, seq)
  where e.stream_id = ${claimId} and e.type = 'commitment_done'`;

describe.each(COMMITMENT_KINDS.map((kind) => ({ kind, deed: deedOfCommitment(kind) })))(
  "a promise of $kind",
  ({ kind, deed }) => {
    test(`is kept by a ${deed}, once, with its evidence, and meets the clock beside it`, async () => {
      const seller = await makeSeller();
      const promise = await openPromise(seller, { kind });
      expect(await DEEDS[deed](seller.scope, promise, NOW)).toEqual({ ok: true, value: { claimId: promise.claimId } });
      const evidence = EVIDENCE[deed];
      expect(await promiseFacts(seller, promise.claimId, NOW)).toMatchObject({
        promises: [{ kind, status: "done", doneAt: DONE, doneEvidence: evidence }],
        clocks: { conformity_remedy: "met" },
      });
      expect(await doneEvents(promise.claimId)).toMatchObject([{ evidence }]);
      expect(await DEEDS[deed](seller.scope, promise, NOW)).toEqual({ ok: false, reason: "not_open" });
      expect(await doneEvents(promise.claimId)).toHaveLength(1);
    });

    test("is refused to a viewer and to another seller, and stays open", async () => {
      const [seller, other] = [await makeSeller(), await makeSeller()];
      const promise = await openPromise(seller, { kind });
      expect(await DEEDS[deed](memberOf(seller.id, "viewer"), promise, NOW)).toMatchObject({ reason: "not_allowed" });
      expect(await DEEDS[deed](other.scope, promise, NOW)).toMatchObject({ reason: /^(order_)?not_found$/ });
      expect(await promiseFacts(seller, promise.claimId, NOW)).toMatchObject({
        promises: [{ status: "open" }],
        clocks: { conformity_remedy: "running" },
      });
    });
  },
);

describe("money that was promised", () => {
  test("less than the promise is recorded, and keeps nothing", async () => {
    const seller = await makeSeller();
    const promise = await openPromise(seller, { kind: "refund", amountCents: 2001 });
    expect(await keepByRefund(seller.scope, { ...promise, refund: REFUND }, NOW)).toMatchObject({
      ok: false,
      reason: "less_than_promised",
      fields: { amountCents: ["less_than_promised"] },
    });
    expect(await promiseFacts(seller, promise.claimId)).toMatchObject({ promises: [{ status: "open" }] });
  });

  test("the rest, paid apart, keeps it; what one promise took keeps no other", async () => {
    const seller = await makeSeller();
    const promise = await openPromise(seller, { kind: "refund", amountCents: 3000 });
    const paid = (amountCents: number, ref: string) => ({
      ...promise,
      refund: { ...REFUND, amountCents, reference: ref },
    });
    expect(await keepByRefund(seller.scope, paid(2000, "VIR-1"), NOW)).toMatchObject({ reason: "less_than_promised" });
    expect(await keepByRefund(seller.scope, paid(1000, "VIR-2"), NOW)).toMatchObject({ ok: true });
    expect(await promiseFacts(seller, promise.claimId)).toMatchObject({
      promises: [{ status: "done", doneEvidence: "VIR-2" }],
    });
  });

  test("a refund the order knew of before keeps it under the same reference", async () => {
    const seller = await makeSeller();
    const promise = await openPromise(seller, { kind: "refund", amountCents: 2000, dueOn: "2026-12-01" });
    // Named for no claim, and too early for the promise to have been covered by it.
    const early = await recordRefund(
      seller.scope,
      { number: promise.number, claimId: "00000000-0000-7000-8000-000000000000", refund: REFUND },
      NOW,
    );
    expect(early).toMatchObject({ ok: true, value: { fulfilled: [] } });
    expect(await keepByRefund(seller.scope, { ...promise, refund: REFUND }, NOW)).toMatchObject({ ok: true });
    expect(await promiseFacts(seller, promise.claimId)).toMatchObject({ promises: [{ status: "done" }] });
  });

  test.each<{ readonly kind: CommitmentKind }>([{ kind: "refund" }, { kind: "exchange" }, { kind: "return" }])(
    "$kind: not before it happened",
    async ({ kind }) => {
      const seller = await makeSeller();
      const promise = await openPromise(seller, { kind });
      const early = instant("2026-11-23T10:00:00Z");
      expect(await DEEDS[deedOfCommitment(kind)](seller.scope, promise, early)).toMatchObject({ reason: "invalid" });
    },
  );
});
