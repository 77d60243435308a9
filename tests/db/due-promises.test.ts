import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { keepPromise } from "@/db/commands/keep-promise";
import { countDuePromises, listDuePromises, type PromiseFilter } from "@/db/queries/due-promises";
import { clocks } from "@/db/schema/clocks";
import { withScope } from "@/db/scope";
import { isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import { COMMITMENT_KINDS } from "@/lib/replies/commitment";
import { readPromiseCursor, writePromiseCursor } from "@/lib/replies/promise-cursor";
import { makeSeller } from "../support/factory";
import { openPromise } from "./support/open-promise";

afterAll(closeDatabase);

/** Noon at Paris on Tuesday 1 December 2026. */
const NOW = instant("2026-12-01T11:00:00Z");
const DUE: PromiseFilter = { by: "today", limit: 20 };

describe("promises due", () => {
  test.each(COMMITMENT_KINDS.map((kind) => ({ kind })))(
    "$kind is listed on its day, not the day before, and no more once kept",
    async ({ kind }) => {
      const seller = await makeSeller();
      const promise = await openPromise(seller, { kind, amountCents: 2000, dueOn: "2026-12-01" });
      expect(await countDuePromises(seller.scope, instant("2026-11-30T22:59:00Z"))).toBe(0);
      // Midnight at Paris.
      expect(await countDuePromises(seller.scope, instant("2026-11-30T23:00:00Z"))).toBe(1);
      expect((await listDuePromises(seller.scope, DUE, NOW)).rows).toMatchObject([
        { id: promise.commitmentId, kind, amountCents: 2000, dueOn: "2026-12-01", orderNumber: promise.number },
      ]);
      await keepPromise(seller.scope, { ...promise, reference: "x", doneAt: NOW }, NOW);
      expect(await countDuePromises(seller.scope, NOW)).toBe(0);
      expect((await listDuePromises(seller.scope, DUE, NOW)).rows).toEqual([]);
    },
  );

  test("are read page by page, the oldest first, and by day, situation and words", async () => {
    const [seller, other] = [await makeSeller(), await makeSeller()];
    const today = await openPromise(seller, { kind: "refund", dueOn: "2026-12-01" });
    const old = await openPromise(seller, { kind: "repair", dueOn: "2026-11-26" });
    const next = await openPromise(seller, { kind: "exchange", dueOn: "2026-12-02" });
    await openPromise(other, { kind: "refund", dueOn: "2026-11-26" });
    const idsOf = async (filter: Partial<PromiseFilter>) =>
      (await listDuePromises(seller.scope, { ...DUE, ...filter }, NOW)).rows.map(({ id }) => id);
    expect(await idsOf({})).toEqual([old.commitmentId, today.commitmentId]);
    expect(await countDuePromises(seller.scope, NOW)).toBe(2);
    expect(await idsOf({ by: "yesterday" })).toEqual([old.commitmentId]);
    expect(await idsOf({ by: "tomorrow" })).toEqual([old.commitmentId, today.commitmentId, next.commitmentId]);
    expect(await idsOf({ words: today.number })).toEqual([today.commitmentId]);
    expect(await idsOf({ situation: "missing_item" })).toEqual([]);
    expect(await countDuePromises(seller.scope, NOW, { by: "today", words: today.number })).toBe(1);
    expect(await countDuePromises(seller.scope, NOW, { by: "today", situation: "missing_item" })).toBe(0);
    const { rows } = await listDuePromises(seller.scope, { ...DUE, limit: 1 }, NOW);
    const after = rows[0] && readPromiseCursor(writePromiseCursor(rows[0]));
    expect(await idsOf({ after })).toEqual([today.commitmentId]);
  });

  test("a refund the law holds back is not due before the goods are back", async () => {
    const seller = await makeSeller();
    const { claimId } = await openPromise(seller, { kind: "refund", dueOn: "2026-11-26" });
    const set = (facts: Partial<typeof clocks.$inferInsert>) =>
      withScope(seller.job, (tx) => tx.update(clocks).set(facts).where(eq(clocks.claimId, claimId)));
    await set({ suspendedBy: "goods_not_back" });
    expect(await countDuePromises(seller.scope, NOW)).toBe(0);
    await set({
      resumedAt: instant("2026-11-30T23:30:00Z"),
      dueOn: isoDate("2026-11-20"),
      dueBefore: instant("2026-11-20T23:00:00Z"),
    });
    const { rows } = await listDuePromises(seller.scope, DUE, NOW);
    expect(rows).toMatchObject([{ dueOn: "2026-12-01" }]);
  });
});
