import { describe, expect, test } from "vitest";
import type { ReplyContext } from "@/lib/replies/context";
import { COMPLETE } from "@/tests/unit/replies/complete-replies";
import { missingCodes } from "@/tests/unit/replies/missing-codes";
import { deliveredParcel, proof, replyContext } from "@/tests/unit/replies/reply-context";

describe("confirm_delivery", () => {
  const { input } = COMPLETE.confirm_delivery;
  const parcel = (status: typeof deliveredParcel.status) =>
    replyContext({ order: { parcels: [{ ...deliveredParcel, status, deliveredAt: null }] } });
  const withProof = (context: ReplyContext) => ({ ...context, documents: [proof("fair")] });

  test.each([
    { because: "in transit", status: "in_transit", expected: ["parcel_in_transit"] },
    { because: "waiting at the pick-up point", status: "waiting", expected: ["parcel_waiting"] },
    { because: "back at the sender's", status: "returned", expected: ["parcel_returned"] },
    { because: "not even sent", status: "not_shipped", expected: ["parcel_not_shipped"] },
  ] as const)("is refused while the parcel is $because, proof or not", ({ status, expected }) => {
    expect(missingCodes(input, withProof(parcel(status)))).toEqual(expected);
  });

  test("a parcel of which nothing is known since it left needs the proof now", () => {
    expect(missingCodes({ ...input, proofFollowsOn: "2026-11-30" }, parcel("shipped"))).toEqual(["parcel_in_transit"]);
    expect(missingCodes(input, withProof(parcel("shipped")))).toEqual([]);
  });

  test.each([
    { because: "the proof may follow on the last day of its clock", proofFollowsOn: "2026-11-30", expected: [] },
    { because: "not a day later", proofFollowsOn: "2026-12-01", expected: ["proof_after_due"] },
    { because: "today is not too late", proofFollowsOn: "2026-11-23", expected: [] },
    { because: "yesterday is", proofFollowsOn: "2026-11-22", expected: ["date_in_past"] },
  ])("$because", ({ proofFollowsOn, expected }) => {
    expect(missingCodes({ ...input, proofFollowsOn }, replyContext({}))).toEqual(expected);
  });

  test("a contradictory proof confirms nothing, even with a promise", () => {
    const context = replyContext({ context: { documents: [proof("contradictory")] } });
    expect(missingCodes({ ...input, proofFollowsOn: "2026-11-30" }, context)).toEqual(["proof_contradictory"]);
  });

  test.each([
    {
      because: "another parcel's number",
      change: { trackingNumber: "6A15602683841" },
      expected: ["tracking_number_not_of_order"],
    },
    { because: "spaces and case do not matter", change: { trackingNumber: "6a 15602 676300" }, expected: [] },
    { because: "tomorrow", change: { deliveredAt: "2026-11-24T09:00:00+01:00" }, expected: ["delivered_at_in_future"] },
    {
      because: "before it left",
      change: { deliveredAt: "2026-11-15T09:00:00+01:00" },
      expected: ["delivered_before_dispatch"],
    },
  ])("$because", ({ change, expected }) => {
    const context = replyContext({ context: { documents: [proof("strong")] } });
    expect(missingCodes({ ...input, ...change }, context)).toEqual(expected);
  });

  test("an order imported without parcels does not stand in the way", () => {
    const context = replyContext({ order: { parcels: [] }, context: { documents: [proof("weak")] } });
    expect(missingCodes(input, context)).toEqual([]);
  });
});
