import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newAnswers } from "@/db/commands/intake";
import { recordSubmittedAnswer } from "@/db/commands/submitted-intake";
import { instant } from "@/lib/calendar/instant";
import { intakeAnswers } from "@/lib/claims/intake-schema";
import { carryIntakeOf } from "@/lib/server/carry-intake";
import { intakeTicket, openIntakeTicket } from "@/lib/server/intake-ticket";
import { runDueJobs } from "@/lib/server/jobs/runner";
import { submitPublicClaim } from "@/lib/server/public-claim";
import { entryScope } from "@/lib/server/scope";
import { makeOrder, makeSeller } from "../../support/factory";
import { type TestDatabase, testDatabase } from "../../support/test-database";
import { FIRST, NOW, typed } from "./sent";

let db: TestDatabase;
beforeAll(() => {
  db = testDatabase();
});
afterAll(() => db.close());

const say = (submissionId: string, answers: unknown) =>
  recordSubmittedAnswer(entryScope(), { submissionId, answers: newAnswers(intakeAnswers.parse(answers), NOW) });

const answersOf = (orderId: string) =>
  db.superuser`select question, version, answer->'said' as answer, answered_by from intake_answers a
    join claims c on c.id = a.claim_id where c.order_id = ${orderId} order by question, version`;

describe("an answer given right after the public form", () => {
  test("reaches the claim once, whether it comes before the order is found or after", async () => {
    const order = await makeOrder(await makeSeller());
    const id = await submitPublicClaim(typed(order.number), FIRST, NOW);
    await say(id, { wish: "repair" });
    await runDueJobs();
    await say(id, { part: "Le pied" });
    await say(id, { part: "Le pied" });
    await runDueJobs();
    await carryIntakeOf(id, NOW);
    expect(await answersOf(order.id)).toMatchObject([
      { question: "part", version: 1, answer: "Le pied", answered_by: "visitor" },
      { question: "wish", version: 1, answer: "repair" },
    ]);
  });

  test("waits with what was sent when no order is found", async () => {
    const id = await submitPublicClaim(typed("INTROUVABLE"), FIRST, NOW);
    await say(id, { wish: "refund" });
    await runDueJobs();
    const [row] = await db.superuser`select status, intake from submissions where id = ${id}`;
    expect(row).toMatchObject({ status: "waiting", intake: [{ question: "wish", answer: "refund" }] });
  });

  test("an answer the order makes impossible keeps no other from arriving", async () => {
    const order = await makeOrder(await makeSeller());
    const id = await submitPublicClaim(typed(order.number), FIRST, NOW);
    await say(id, { since: "2001-01-01", serial: "SN-9" });
    await runDueJobs();
    expect(await answersOf(order.id)).toMatchObject([{ question: "serial" }]);
  });
});

describe("the ticket of the browser that sent the form", () => {
  test("opens what was sent, and photos are not among its questions", async () => {
    const id = await submitPublicClaim(typed("A-1"), NOW, NOW);
    expect((await openIntakeTicket(intakeTicket(id), NOW))?.questions).toEqual([
      "fault",
      "wish",
      "since",
      "part",
      "serial",
    ]);
  });

  test.each([
    { because: "forged", ticket: (id: string) => `${intakeTicket(id).slice(0, -1)}x`, now: NOW },
    { because: "no ticket at all", ticket: () => "<script>", now: NOW },
    { because: "two hours old", ticket: intakeTicket, now: instant("2099-01-01T00:00:00Z") },
  ])("opens nothing when $because", async ({ ticket, now }) => {
    const id = await submitPublicClaim(typed("A-2"), NOW, NOW);
    expect(await openIntakeTicket(ticket(id), now)).toBeUndefined();
  });

  test("asks nothing of a withdrawal", async () => {
    const id = await submitPublicClaim(typed("A-3", { situation: "no_longer_wanted" }), NOW, NOW);
    expect(await openIntakeTicket(intakeTicket(id), NOW)).toBeUndefined();
  });
});
