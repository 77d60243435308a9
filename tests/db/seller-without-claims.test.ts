import { uuidv7 } from "uuidv7";
import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { raiseAlerts } from "@/db/commands/raise-alerts";
import { listAlerts } from "@/db/queries/alerts";
import { readMonthReport } from "@/db/queries/month-report";
import { listSellerFigures } from "@/db/queries/seller-figures";
import { isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import { isUnder } from "@/lib/compliance/threshold";
import { adminScope, sweepScope } from "@/lib/server/scope";
import { makeSeller, memberOf } from "../support/factory";

afterAll(closeDatabase);
const NOW = instant("2026-11-23T10:00:00Z");
const days = { fromOn: isoDate("2026-10-01"), toOn: isoDate("2026-10-31") };
const auditor = adminScope({ role: "auditor", actor: { kind: "operator", userId: uuidv7() } });

test("a seller without a claim has figures of zero, a report, and no alert", async () => {
  const seller = await makeSeller("Sans réclamation");
  const page = { ...days, sellerId: seller.id, sort: "rate" as const, offset: 0, limit: 10 };
  const [row] = await listSellerFigures(auditor, page, NOW);
  expect(row).toMatchObject({ sellerId: seller.id, due: 0, met: 0, received: 0, promisesDue: 0 });
  const harshest = { measure: "on_time", atLeastBps: 10_000, minSample: 0 } as const;
  expect(row && isUnder(row, harshest)).toBe(false);
  expect(await readMonthReport(auditor, { ...days, sellerId: seller.id }, NOW)).toMatchObject({
    slug: expect.any(String),
  });
  await raiseAlerts(sweepScope("raise_alerts"), NOW);
  expect(await listAlerts(memberOf(seller.id))).toEqual([]);
});
