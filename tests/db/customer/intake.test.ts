import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { newAnswers, recordIntake } from "@/db/commands/intake";
import { ensureLink } from "@/db/commands/links";
import { openClaim } from "@/db/commands/open-claim";
import { findClaimPage } from "@/db/queries/claim-page";
import { withScope } from "@/db/scope";
import { instant } from "@/lib/calendar/instant";
import { type IntakeAnswers, intakeAnswers } from "@/lib/claims/intake-schema";
import type { OpenClaimInput } from "@/lib/claims/schema";
import { likeliestSolution } from "@/lib/replies/likeliest";
import { customerScope } from "@/lib/server/scope";
import { type MadeSeller, makeOrder, makeSeller } from "../../support/factory";
import { type TestDatabase, testDatabase } from "../../support/test-database";

let db: TestDatabase;
beforeAll(() => {
  db = testDatabase();
});
afterAll(async () => {
  await db.close();
  await closeDatabase();
});

const OPENED = instant("2026-11-20T09:00:00Z");
const LATER = instant("2026-11-20T10:00:00Z");

async function opened(seller: MadeSeller, extra: Partial<OpenClaimInput> = {}) {
  const order = await makeOrder(seller);
  const input = { orderNumber: order.number, situation: "damaged", message: "Cassé.", ...extra } as const;
  const claim = await openClaim(seller.scope, { input, recordedBy: "customer", locale: "fr" }, OPENED);
  if (!claim.ok) throw new Error(`${claim.reason} ${JSON.stringify(claim.fields)}`);
  const { claimId } = claim.value;
  const mailed = { sellerId: seller.id, orderId: order.id, audience: "mailed" } as const;
  const link = await withScope(seller.job, (tx) =>
    ensureLink(tx, mailed, { actor: seller.job.actor, now: OPENED, claimId }),
  );
  return { claimId, customer: customerScope({ ...mailed, linkId: link.id }) };
}

const answer = ({ claimId, customer }: Awaited<ReturnType<typeof opened>>, answers: unknown, of = claimId) =>
  recordIntake(customer, { claimId: of, answers: newAnswers(intakeAnswers.parse(answers), LATER) }, LATER);

async function kept(seller: MadeSeller, claimId: string) {
  const page = await findClaimPage(seller.scope, claimId, LATER);
  if (!page) throw new Error("no page");
  const { intake, context, claim, clocks } = page;
  return { versions: intake.map((row) => [row.question, row.version, row.answer]), context, claim, clocks };
}

describe("what the customer answers", () => {
  test("is kept in every version, told in the journal, and stops no clock", async () => {
    const seller = await makeSeller();
    const made = await opened(seller);
    const before = await kept(seller, made.claimId);
    await answer(made, { fault: "Le pied est fendu." });
    await answer(made, { fault: "Le pied et l’assise sont fendus." });
    const after = await kept(seller, made.claimId);
    expect(after.versions).toEqual([
      ["fault", 1, "Le pied est fendu."],
      ["fault", 2, "Le pied et l’assise sont fendus."],
    ]);
    expect(after.claim.intake).toEqual({ fault: "Le pied et l’assise sont fendus." });
    expect(after.clocks).toEqual(before.clocks);
    const events =
      await db.superuser`select type from events where stream_id = ${made.claimId} and type = 'intake_answered'`;
    expect(events).toHaveLength(2);
  });

  test("posted twice is one version", async () => {
    const seller = await makeSeller();
    const made = await opened(seller);
    const twice = await Promise.all([answer(made, { serial: "SN-1" }), answer(made, { serial: "SN-1" })]);
    expect(twice.map(({ ok }) => ok)).toEqual([true, true]);
    expect((await kept(seller, made.claimId)).versions).toEqual([["serial", 1, "SN-1"]]);
  });

  test("is news to the seller, one for an hour of answers, and none while the form is still there", async () => {
    const seller = await makeSeller();
    const made = await opened(seller);
    const say = (part: string, at: typeof LATER) =>
      recordIntake(made.customer, { claimId: made.claimId, answers: newAnswers({ part }, at) }, at);
    const told = () => db.superuser`select kind, content from seller_notices
      where claim_id = ${made.claimId} and template = 'intake_answered'`;
    await say("Pied", instant("2026-11-20T09:10:00Z"));
    expect(await told()).toEqual([]);
    await say("Pied gauche", instant("2026-11-20T09:11:00Z"));
    expect(await told()).toMatchObject([{ kind: "customer_answer", content: { claimId: made.claimId } }]);
    await say("Pied gauche", instant("2026-11-20T10:00:00Z"));
    await say("Pied droit", instant("2026-11-20T09:59:00Z"));
    expect(await told()).toHaveLength(1);
    await say("Assise", instant("2026-11-20T10:00:00Z"));
    expect(await told()).toHaveLength(2);
  });

  test("decides the solution that is proposed first, where it names a wish", async () => {
    const seller = await makeSeller();
    const made = await opened(seller);
    expect(likeliestSolution((await kept(seller, made.claimId)).context)).toBe("return_procedure");
    await answer(made, { wish: "repair" });
    expect(likeliestSolution((await kept(seller, made.claimId)).context)).toBe("repair");
  });

  test("holds no card number, but the serial number that looks like one", async () => {
    const seller = await makeSeller();
    const made = await opened(seller);
    await answer(made, { fault: "Ma carte 4111 1111 1111 1111", serial: "4111111111111111" });
    const { versions } = await kept(seller, made.claimId);
    expect(JSON.stringify(versions[0])).not.toContain("1111 1111");
    expect(versions[1]).toEqual(["serial", 1, "4111111111111111"]);
  });

  test("ends with twenty versions", async () => {
    const seller = await makeSeller();
    const made = await opened(seller);
    for (let index = 0; index < 20; index += 1) await answer(made, { part: `Pied ${index}` });
    expect(await answer(made, { part: "Pied 20" })).toMatchObject({ reason: "too_many_versions" });
  });

  test.each([
    { because: "a withdrawal", situation: "no_longer_wanted", answers: { wish: "refund" }, reason: "not_asked" },
    { because: "another situation", situation: "wrong_product", answers: { serial: "A" }, reason: "not_asked" },
    { because: "a day to come", situation: "damaged", answers: { since: "2026-11-21" }, reason: "day_in_future" },
  ] as const)("is refused for $because", async ({ situation, answers, reason }) => {
    const seller = await makeSeller();
    const made = await opened(seller, { situation });
    expect(await answer(made, answers)).toMatchObject({ ok: false, reason });
    expect((await kept(seller, made.claimId)).versions).toEqual([]);
  });

  test("another customer's claim is not found, and another seller sees nothing", async () => {
    const [seller, other] = [await makeSeller(), await makeSeller()];
    const [mine, theirs] = [await opened(seller), await opened(seller)];
    expect(await answer(mine, { part: "Pied" }, theirs.claimId)).toMatchObject({ reason: "not_found" });
    await answer(mine, { part: "Pied" });
    expect(await findClaimPage(other.scope, mine.claimId, LATER)).toBeUndefined();
    const seen = await withScope(theirs.customer, (tx) => tx.execute(sql`select * from intake_answers`));
    expect(seen).toHaveLength(0);
  });

  test("is never changed nor taken away", async () => {
    const seller = await makeSeller();
    const made = await opened(seller, { intake: { part: "Pied" } as IntakeAnswers });
    for (const statement of [sql`update intake_answers set version = 9`, sql`delete from intake_answers`]) {
      await expect(withScope(made.customer, (tx) => tx.execute(statement))).rejects.toThrow();
    }
    expect((await kept(seller, made.claimId)).versions).toEqual([["part", 1, "Pied"]]);
  });
});
