import { describe, expect, test } from "vitest";
import { calendar } from "@/lib/calendar/calendars";
import { isoDate } from "@/lib/calendar/civil-day";
import { lastUninformedWithdrawalDay, lastWithdrawalDay } from "@/lib/deadlines/withdrawal-period";

const mainland = calendar("FR");
const moselle = calendar("FR-AM");

describe("lastWithdrawalDay", () => {
  test.each([
    { because: "day 14 is an ordinary Monday", receivedOn: "2026-06-01", expected: "2026-06-15" },
    { because: "a Saturday runs on to Monday", receivedOn: "2026-05-02", expected: "2026-05-18" },
    { because: "14 July runs on to 15 July", receivedOn: "2026-06-30", expected: "2026-07-15" },
    { because: "Friday 1 May runs over the weekend", receivedOn: "2026-04-17", expected: "2026-05-04" },
  ])("$because", ({ receivedOn, expected }) => {
    expect(lastWithdrawalDay(isoDate(receivedOn), mainland)).toBe(expected);
  });

  test("26 December is a holiday in Moselle only", () => {
    expect(lastWithdrawalDay(isoDate("2024-12-12"), mainland)).toBe("2024-12-26");
    expect(lastWithdrawalDay(isoDate("2024-12-12"), moselle)).toBe("2024-12-27");
  });
});

describe("lastUninformedWithdrawalDay", () => {
  test.each([
    { because: "never told", expiry: "2026-11-23", informedOn: null, expected: "2027-11-23" },
    {
      because: "twelve months end on a Saturday, Monday is a holiday",
      expiry: "2026-05-15",
      informedOn: null,
      expected: "2027-05-18",
    },
    { because: "told meanwhile", expiry: "2026-11-23", informedOn: "2027-01-04", expected: "2027-01-18" },
    {
      because: "told meanwhile, 14 days end on a Saturday",
      expiry: "2026-11-23",
      informedOn: "2027-01-09",
      expected: "2027-01-25",
    },
    {
      because: "told so late that the twelve months end first",
      expiry: "2026-11-23",
      informedOn: "2027-11-15",
      expected: "2027-11-23",
    },
    {
      because: "told on the last day that changes nothing",
      expiry: "2026-11-23",
      informedOn: "2027-11-09",
      expected: "2027-11-23",
    },
    { because: "told just before that", expiry: "2026-11-23", informedOn: "2027-11-08", expected: "2027-11-22" },
    {
      because: "told inside the first fourteen days",
      expiry: "2026-11-23",
      informedOn: "2026-11-05",
      expected: "2026-11-23",
    },
  ])("$because", ({ expiry, informedOn, expected }) => {
    const informed = informedOn === null ? null : isoDate(informedOn);
    expect(lastUninformedWithdrawalDay(isoDate(expiry), informed, mainland)).toBe(expected);
  });
});
