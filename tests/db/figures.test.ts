import { sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { openClaim } from "@/db/commands/open-claim";
import { sendReply } from "@/db/commands/send-reply";
import { listCountedClocks, listOnTimeFigures, listOverdueClaims } from "@/db/queries/compliance";
import { listClaimEvents, listClockEvents } from "@/db/queries/journal";
import { users } from "@/db/schema/users";
import { withScope } from "@/db/scope";
import { type Instant, instant } from "@/lib/calendar/instant";
import { type CountedOutcome, onTimeFigures } from "@/lib/compliance/figures";
import { clocksFromJournal } from "@/lib/compliance/from-journal";
import { verifyJournal } from "@/lib/server/journal/verify-journal";
import { adminScope, sweepScope } from "@/lib/server/scope";
import { type MadeSeller, makeOrder, makeSeller } from "../support/factory";

afterAll(closeDatabase);

const WINDOW = { from: instant("2026-11-01T00:00:00Z"), to: instant("2026-12-01T00:00:00Z") };
const NOW = instant("2026-11-29T12:00:00Z");
const auditor = adminScope({ role: "auditor", actor: { kind: "operator", userId: "0" } });

async function claimAnswered(seller: MadeSeller, openedAt: Instant, answeredAt?: Instant) {
  const order = await makeOrder(seller);
  const input = { orderNumber: order.number, situation: "other" as const, message: "Une question." };
  const claim = await openClaim(seller.scope, { input, recordedBy: "seller", locale: "fr" }, openedAt);
  if (!claim.ok) throw new Error(claim.reason);
  const { claimId } = claim.value;
  if (!answeredAt) return claimId;
  const reply = { solution: "answer_other" as const, message: "Voici notre réponse." };
  const sent = await sendReply(seller.scope, { claimId, reply }, answeredAt);
  if (!sent.ok) throw new Error(sent.reason);
  return claimId;
}

describe("figures", () => {
  test("count met, late and overdue, leave running ones out, and equal a recomputation from the journal", async () => {
    const seller = await makeSeller();
    const opened = instant("2026-11-16T09:00:00Z");
    await claimAnswered(seller, opened, instant("2026-11-18T22:59:59.999Z"));
    await claimAnswered(seller, opened, instant("2026-11-18T23:00:00Z"));
    await claimAnswered(seller, opened);
    await claimAnswered(seller, instant("2026-11-29T10:00:00Z"));
    const rows = await listOnTimeFigures(auditor, { ...WINDOW, sellerId: seller.id }, NOW);
    expect(rows).toMatchObject([{ situation: "other", due: 3, met: 1, overdue: 1 }]);
    const clocks = clocksFromJournal(await listClockEvents(seller.scope));
    expect(onTimeFigures(clocks, WINDOW, NOW)).toEqual({ due: 3, met: 1, missed: 2, overdue: 1 });
    expect(await listOverdueClaims(auditor, { sellerId: seller.id }, NOW)).toHaveLength(1);
    const behind = (outcome?: CountedOutcome) =>
      listCountedClocks(auditor, { ...WINDOW, sellerId: seller.id, outcome }, NOW);
    expect((await behind()).map(({ met }) => met)).toHaveLength(3);
    expect((await behind("met")).map(({ met }) => met)).toEqual([true]);
    expect((await behind("missed")).map(({ met }) => met)).toEqual([false, false]);
  });

  test("a seller sees its own figures only", async () => {
    const [seller, other] = [await makeSeller(), await makeSeller()];
    await claimAnswered(seller, instant("2026-11-16T09:00:00Z"));
    expect(await listOnTimeFigures(other.scope, { ...WINDOW, sellerId: seller.id }, NOW)).toEqual([]);
  });
});

describe("journal", () => {
  test("of a claim names the person who acted and the clock it is about", async () => {
    const seller = await makeSeller();
    const at = instant("2026-11-16T09:00:00Z");
    const { actor } = seller.scope;
    const id = actor.kind === "member" ? actor.userId : "";
    await withScope(sweepScope("test"), (tx) =>
      tx.insert(users).values({ id, email: `${id}@example.org`, name: "Inès Caron", createdAt: at }),
    );
    const rows = await listClaimEvents(auditor, await claimAnswered(seller, at, instant("2026-11-17T09:00:00Z")));
    expect(rows.find(({ type }) => type === "reply_sent")).toMatchObject({ clockKind: null, actorName: "Inès Caron" });
    expect(rows.find(({ type }) => type === "clock_stopped")).toMatchObject({
      clockKind: "reply",
      actorKind: "member",
    });
  });

  test("every row holds, and cannot be edited by the application", async () => {
    const seller = await makeSeller();
    await claimAnswered(seller, instant("2026-11-16T09:00:00Z"), instant("2026-11-17T09:00:00Z"));
    expect(await verifyJournal(sweepScope("test"))).toMatchObject({ holds: true });
    await expect(
      withScope(sweepScope("test"), (tx) => tx.execute(sql`update events set actor = 'nobody'`)),
    ).rejects.toMatchObject({ cause: { message: expect.stringContaining("permission denied") } });
  });
});
