import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { checkFigures } from "@/db/commands/check-figures";
import { foldFigures } from "@/db/commands/fold-figures";
import { compareFigures } from "@/db/queries/figure-check";
import { withScope } from "@/db/scope";
import { instant } from "@/lib/calendar/instant";
import { sweepScope } from "@/lib/server/scope";
import { makeSeller } from "../support/factory";
import { anyHistory, type History, live } from "./support/history";

afterAll(closeDatabase);

const sweep = sweepScope("check_figures");
const act = (act: History["acts"][number]["act"], pick = 0) => ({ act, hours: 20, pick });
const REOPENED: History = {
  situation: "other",
  opensAt: Date.UTC(2026, 9, 24, 21, 30),
  acts: [act("reply_undone"), act("reply"), act("close"), act("reopen"), act("escalate"), act("decide", 1)],
};
const REQUALIFIED: History = {
  situation: "damaged",
  opensAt: Date.UTC(2026, 9, 31, 22, 59),
  acts: [act("reply"), act("requalify", 2), act("reply"), act("answer"), act("keep")],
};
const NOW = instant("2026-12-20T03:00:00Z");

describe("figures kept beside the events", () => {
  test("equal those of the journal alone, whatever happened across a clock change and month ends", async () => {
    const measures = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(anyHistory, { minLength: 3, maxLength: 5 }), fc.boolean(), async (histories, folds) => {
        const seller = await makeSeller();
        for (const history of histories) {
          await live(seller, history);
          if (folds) await foldFigures(sweep);
        }
        const found = await compareFigures(sweep, seller.id);
        expect(found.differences).toEqual([]);
        expect(found.figures).toBeGreaterThan(0);
        for (const row of await measuresOf(seller.id)) measures.add(row);
      }),
      { numRuns: 12, seed: 20261025, examples: [[[REOPENED, REQUALIFIED, REOPENED], true]] },
    );
    expect([...measures].sort()).toEqual(
      expect.arrayContaining(["answer_time", "claim_reopened", "clock_cancelled", "promise_kept", "requalified"]),
    );
  }, 180_000);

  test("add up to those of all sellers together", async () => {
    await foldFigures(sweep);
    const [row] = await withScope(sweep, (tx) =>
      tx.execute<{ apart: number; together: number }>(sql`select
        sum(count) filter (where seller_id <> '00000000-0000-0000-0000-000000000000')::int as apart,
        sum(count) filter (where seller_id = '00000000-0000-0000-0000-000000000000')::int as together
        from figure_counts`),
    );
    expect(row?.apart).toBeGreaterThan(0);
    expect(row?.together).toBe(row?.apart);
  });

  test("are found out when one is wrong", async () => {
    const seller = await makeSeller();
    await live(seller, { situation: "other", opensAt: Date.UTC(2026, 9, 31, 22), acts: [] });
    await foldFigures(sweep);
    await withScope(sweep, (tx) =>
      tx.execute(
        sql`update figure_counts set count = count + 1 where seller_id = ${seller.id} and measure = 'claim_received'`,
      ),
    );
    const check = await checkFigures(sweep, () => NOW);
    expect(check.isEqual).toBe(false);
    expect(check.differences).toMatchObject([{ sellerId: seller.id, kept: 2, journal: 1 }]);
    expect(check.differences[0]?.cell).toContain("2026-10-31 claim_received other");
  });
});

async function measuresOf(sellerId: string): Promise<readonly string[]> {
  const rows = await withScope(sweep, (tx) =>
    tx.execute<{ measure: string }>(sql`select measure from figure_counts where seller_id = ${sellerId}
      union select measure from figure_changes where seller_id = ${sellerId}`),
  );
  return rows.map(({ measure }) => measure);
}
