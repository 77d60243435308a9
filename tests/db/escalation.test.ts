import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { escalateClaim } from "@/db/commands/claim-life";
import { lockClaim } from "@/db/commands/claim-state";
import { openClaim } from "@/db/commands/open-claim";
import { decideClaim, writeAsOperator } from "@/db/commands/operator-claim";
import { sendReply } from "@/db/commands/send-reply";
import { readClocks } from "@/db/queries/clock-facts";
import { readCustomerSpace } from "@/db/queries/customer-space";
import { listEscalatedClaims } from "@/db/queries/escalations";
import { listClaimEvents } from "@/db/queries/journal";
import { mails } from "@/db/schema/mails";
import { withScope } from "@/db/scope";
import { instant } from "@/lib/calendar/instant";
import type { OperatorDecision } from "@/lib/claims/decision";
import { clockState } from "@/lib/deadlines/clock";
import { adminScope, customerScope } from "@/lib/server/scope";
import { type MadeSeller, makeOrder, makeSeller } from "../support/factory";

afterAll(closeDatabase);

const OPENED = instant("2026-11-16T09:00:00Z");
const ANSWERED = instant("2026-11-16T10:00:00Z");
const ASKED = instant("2026-11-17T10:00:00Z");
const NOW = instant("2026-11-18T10:00:00Z");
const operator = { kind: "operator", userId: "01900000-0000-7000-8000-000000000001" } as const;
const admin = adminScope({ role: "admin", actor: operator });
const auditor = adminScope({ role: "auditor", actor: operator });
const words = { body: "Le marché a lu le dossier.", locale: "fr" };

async function escalated(seller: MadeSeller, by: "customer" | "seller", isAnswered = true) {
  const order = await makeOrder(seller);
  const input = { orderNumber: order.number, situation: "other", message: "Une question." } as const;
  const opened = await openClaim(seller.scope, { input, recordedBy: "seller", locale: "fr" }, OPENED);
  if (!opened.ok) throw new Error(opened.reason);
  const { claimId } = opened.value;
  const reply = { solution: "answer_other", message: "Voici." } as const;
  if (isAnswered) await sendReply(seller.scope, { claimId, reply }, ANSWERED);
  const customer = customerScope({ sellerId: seller.id, orderId: order.id, linkId: claimId, audience: "mailed" });
  const asked = await escalateClaim(
    by === "customer" ? customer : seller.scope,
    { claimId, message: "À l’aide." },
    ASKED,
  );
  if (!asked.ok) throw new Error(asked.reason);
  return { claimId, customer };
}

async function factsOf(seller: MadeSeller, claimId: string) {
  return withScope(seller.scope, async (tx) => ({
    state: (await lockClaim(tx, seller.id, claimId))?.state,
    clocks: (await readClocks(tx, seller.id, claimId)).map((clock) => `${clock.kind} ${clockState(clock, NOW)}`),
    mailed: (await tx.select().from(mails).where(eq(mails.claimId, claimId))).map((mail) => mail.template),
  }));
}

describe("a claim put before the operator", () => {
  test.each(["customer", "seller"] as const)("by the %s waits in the queue, and the operator is told", async (by) => {
    const seller = await makeSeller();
    const { claimId } = await escalated(seller, by);
    const queue = await listEscalatedClaims(auditor);
    expect(queue.filter((row) => row.claimId === claimId)).toMatchObject([
      { askedAt: ASKED, askedBy: by === "seller" ? "member" : "customer", sellerName: "Atelier Vauban" },
    ]);
    expect((await factsOf(seller, claimId)).mailed).toContain("escalated_to_operator");
  });

  test("is joined in the operator's own name, before both sides, and no clock is met by it", async () => {
    const seller = await makeSeller();
    const { claimId, customer } = await escalated(seller, "customer", false);
    expect((await writeAsOperator(admin, { claimId, words }, NOW)).ok).toBe(true);
    expect((await writeAsOperator(admin, { claimId, words: { ...words, body: "Encore." } }, NOW)).ok).toBe(true);
    const { state, clocks, mailed } = await factsOf(seller, claimId);
    expect({ state, clocks }).toEqual({ state: "escalated", clocks: ["reply running"] });
    expect(mailed.filter((template) => template === "operator_wrote_to_customer")).toHaveLength(2);
    const space = await readCustomerSpace(customer, NOW);
    expect(space.claims[0]?.messages.map(({ author }) => author)).toEqual([
      "customer",
      "customer",
      "operator",
      "operator",
    ]);
    const events = (await listClaimEvents(admin, claimId)).map(({ type }) => type);
    expect(events.filter((type) => type === "operator_joined")).toHaveLength(1);
  });

  test.each<[OperatorDecision, string, string[]]>([
    ["back_to_seller", "awaiting_seller", ["reply met", "next_reply running"]],
    ["for_customer", "awaiting_seller", ["reply met", "next_reply running"]],
    ["for_seller", "awaiting_customer", ["reply met"]],
  ])("decided %s, is %s", async (decision, state, clocks) => {
    const seller = await makeSeller();
    const { claimId } = await escalated(seller, "customer");
    expect((await decideClaim(admin, { claimId, decision, words }, NOW)).ok).toBe(true);
    expect(await factsOf(seller, claimId)).toMatchObject({ state, clocks });
    expect((await listClaimEvents(admin, claimId)).map(({ type }) => type)).toContain("claim_decided");
    expect(await decideClaim(admin, { claimId, decision, words }, NOW)).toMatchObject({ reason: "not_escalated" });
    expect((await listEscalatedClaims(admin)).some((row) => row.claimId === claimId)).toBe(false);
  });

  test("still owes its first answer when nobody gave one, whatever is decided", async () => {
    const seller = await makeSeller();
    const { claimId } = await escalated(seller, "seller", false);
    await decideClaim(admin, { claimId, decision: "for_seller", words }, NOW);
    expect(await factsOf(seller, claimId)).toMatchObject({ state: "awaiting_seller", clocks: ["reply running"] });
  });

  test("is read by an auditor, who decides and writes nothing", async () => {
    const seller = await makeSeller();
    const { claimId } = await escalated(seller, "customer");
    expect(await writeAsOperator(auditor, { claimId, words }, NOW)).toMatchObject({ reason: "not_allowed" });
    const decided = await decideClaim(auditor, { claimId, decision: "for_seller", words }, NOW);
    expect(decided).toMatchObject({ reason: "not_allowed" });
    expect((await factsOf(seller, claimId)).state).toBe("escalated");
  });
});
