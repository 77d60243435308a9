import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { endViewing, startViewing } from "@/db/commands/viewings";
import { findLiveSession } from "@/db/queries/sessions";
import { listViewings } from "@/db/queries/viewings";
import { withScope } from "@/db/scope";
import { instant } from "@/lib/calendar/instant";
import { entryScope, sellerScope } from "@/lib/server/scope";
import { makeSeller, memberOf } from "../../support/factory";
import { testDatabase } from "../../support/test-database";
import { anOperator } from "./people";

const db = testDatabase();
afterAll(async () => {
  await db.close();
  await closeDatabase();
});
const NOW = instant("2026-11-23T10:00:00Z");
const LATER = instant("2026-11-23T10:05:00Z");

async function aLooker(role?: "auditor") {
  const operator = await anOperator(db, role);
  const { actor } = operator.scope;
  if (actor.kind !== "operator") throw new Error("no operator");
  const sessionId = uuidv7();
  await db.superuser`insert into sessions (id, user_id, user_agent, created_at, last_seen_at, expires_at)
    values (${sessionId}, ${actor.userId}, 'test', ${NOW}, ${NOW}, '2027-01-01')`;
  return { scope: operator.scope, looker: { userId: actor.userId, sessionId } };
}

describe("looking as a seller", () => {
  test("shows that seller, is journaled with its reason, and ends", async () => {
    const [seller, { scope, looker }] = [await makeSeller(), await aLooker()];
    const look = { ...looker, sellerId: seller.id, reason: "Question au téléphone" };
    expect(await startViewing(scope, look, NOW)).toMatchObject({ ok: true });
    expect(await findLiveSession(entryScope(), looker.sessionId, NOW)).toMatchObject({
      viewed: { sellerId: seller.id, role: "viewer" },
    });
    await endViewing(scope, looker, LATER);
    expect((await findLiveSession(entryScope(), looker.sessionId, NOW))?.viewed).toBeUndefined();
    expect(await listViewings(memberOf(seller.id), seller.id)).toMatchObject([
      { reason: "Question au téléphone", startedAt: NOW, endedAt: LATER },
    ]);
    const told = await db.superuser`select type, actor from events where stream_id = ${seller.id} order by seq`;
    expect(told).toMatchObject([
      { type: "viewing_started", actor: `operator:${looker.userId}` },
      { type: "viewing_ended", actor: `operator:${looker.userId}` },
    ]);
  });

  test("changes nothing: the database refuses every write", async () => {
    const seller = await makeSeller();
    const actor = { kind: "operator", userId: uuidv7() } as const;
    const scope = sellerScope({ sellerId: seller.id, role: "owner", actor, isLook: true });
    const write = withScope(scope, (tx) => tx.execute(sql`update sellers set name = 'x' where id = ${seller.id}`));
    await expect(write).rejects.toMatchObject({ cause: { message: expect.stringContaining("read-only") } });
  });

  test("is not an auditor's, nor at a seller who does not exist; another seller sees nothing", async () => {
    const [seller, auditor, admin] = [await makeSeller(), await aLooker("auditor"), await aLooker()];
    const look = { sellerId: seller.id, reason: "Curiosité" };
    expect(await startViewing(auditor.scope, { ...auditor.looker, ...look }, NOW)).toMatchObject({
      reason: "not_allowed",
    });
    const nobody = { ...admin.looker, ...look, sellerId: uuidv7() };
    expect(await startViewing(admin.scope, nobody, NOW)).toMatchObject({ reason: "seller_not_found" });
    await startViewing(admin.scope, { ...admin.looker, ...look }, NOW);
    const stranger = await makeSeller();
    expect(await listViewings(memberOf(stranger.id), seller.id)).toEqual([]);
  });
});
