import { describe, expect, test } from "vitest";
import { instant } from "@/lib/calendar/instant";
import { zoneId } from "@/lib/calendar/zone";
import { disputedBy, reopenedDetail, ruledOn } from "@/lib/compliance/dispute";
import { monthDays } from "@/lib/compliance/month";
import { figureAddress, readFigureChoice } from "@/lib/compliance/period";
import { rateOf } from "@/lib/compliance/rate";

const PARIS = zoneId("Europe/Paris");
/** Already the 24th in Paris. */
const NOW = instant("2026-11-23T23:30:00Z");
const read = (search: Record<string, string>) => readFigureChoice(search, NOW, PARIS);

describe("readFigureChoice", () => {
  test("begins with the last thirty days of the marketplace", () => {
    expect(read({})).toMatchObject({ period: "30", fromOn: "2026-10-26", toOn: "2026-11-24", problem: undefined });
  });

  test.each([
    { because: "reversed", du: "2026-11-02", au: "2026-11-01" },
    { because: "too_long", du: "2016-11-01", au: "2026-11-01" },
    { because: "too_long", du: "2025-11-01", au: "2026-11-02" },
    { because: "not_a_day", du: "2026-02-30", au: "2026-11-01" },
    { because: "not_a_day", du: "2026-11-01", au: "" },
  ])("says that days are $because, and shows the last thirty", ({ because, du, au }) => {
    expect(read({ du, au })).toMatchObject({ problem: because, period: "30", fromOn: "2026-10-26" });
  });

  test("takes a year, and one day", () => {
    expect(read({ du: "2025-11-01", au: "2026-11-01" })).toMatchObject({ period: "days", problem: undefined });
    expect(read({ du: "2026-11-01", au: "2026-11-01" })).toMatchObject({ fromOn: "2026-11-01", toOn: "2026-11-01" });
  });

  test("keeps its choice in the address", () => {
    const choice = read({ du: "2026-11-01", au: "2026-11-02", canal: "phone", situation: "damaged" });
    expect(figureAddress("/conformite", choice)).toBe(
      "/conformite?du=2026-11-01&au=2026-11-02&situation=damaged&canal=phone",
    );
    expect(read({ canal: "'; drop" }).channelId).toBeUndefined();
  });
});

test("a month has its own days, and nothing else is a month", () => {
  expect(monthDays("2028-02")).toEqual({ fromOn: "2028-02-01", toOn: "2028-02-29" });
  expect(monthDays("2026-13")).toBeUndefined();
  expect(monthDays("2026-1")).toBeUndefined();
});

test("a rate is never beyond the whole, and there is none without a sample", () => {
  expect(rateOf(3, 2)).toMatchObject({ share: 1, high: 1 });
  expect(rateOf(0, 0)).toBeUndefined();
});

describe("what a decision rules on", () => {
  const refused = { measure: "reply_sent", detail: "refuse" };
  const contested = { measure: "proof_contested", detail: "" };

  test("is the refusal that stands last and a proof contested since the last ruling", () => {
    expect(disputedBy([refused])).toEqual({ proof: false, refusal: true });
    expect(disputedBy([refused, { measure: "reply_sent", detail: "repair" }]).refusal).toBe(false);
    expect(disputedBy([contested, { measure: "proof_upheld", detail: "" }]).proof).toBe(false);
    expect(disputedBy([contested, { measure: "proof_upheld", detail: "" }, contested]).proof).toBe(true);
  });

  test("counts for the customer or for the seller, and sent back for nobody", () => {
    const both = { proof: true, refusal: true };
    expect(ruledOn("for_customer", both)).toEqual(["proof_overturned", "refusal_overturned"]);
    expect(ruledOn("for_seller", both)).toEqual(["proof_upheld", "refusal_upheld"]);
    expect(ruledOn("back_to_seller", both)).toEqual([]);
  });
});

test("fourteen days from a closure end at midnight, whatever the clocks do", () => {
  const closed = instant("2026-10-20T08:00:00Z");
  expect(reopenedDetail(closed, instant("2026-11-03T22:59:59Z"), PARIS)).toBe("within_14");
  expect(reopenedDetail(closed, instant("2026-11-03T23:00:00Z"), PARIS)).toBe("later");
});
