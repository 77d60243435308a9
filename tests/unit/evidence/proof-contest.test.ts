import { describe, expect, test } from "vitest";
import { isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import { contestStage, type ProofContest } from "@/lib/evidence/proof-contest";

const RAISED: ProofContest = {
  contestedAt: instant("2026-11-21T11:00:00Z"),
  attestedAt: null,
  inquiryOpenedOn: null,
  inquiryAnswerOn: null,
  inquiryOutcome: null,
  ruling: null,
};
const ASKED = { ...RAISED, inquiryOpenedOn: isoDate("2026-11-21"), inquiryAnswerOn: isoDate("2026-11-28") };

describe("contestStage", () => {
  test.each([
    { because: "nobody asked the carrier", contest: RAISED, today: "2026-11-22", stage: "inquiry_awaited" },
    { because: "the carrier's last day is today", contest: ASKED, today: "2026-11-28", stage: "carrier_awaited" },
    { because: "the carrier's day is over", contest: ASKED, today: "2026-11-29", stage: "carrier_late" },
    {
      because: "the carrier answered",
      contest: { ...ASKED, inquiryOutcome: "no_answer" as const },
      today: "2026-11-29",
      stage: "ruling_awaited",
    },
    {
      because: "the operator ruled, even without an inquiry",
      contest: { ...RAISED, ruling: "upheld" as const },
      today: "2026-11-22",
      stage: "ruled",
    },
  ])("$because", ({ contest, today, stage }) => {
    expect(contestStage(contest, isoDate(today))).toBe(stage);
  });
});
