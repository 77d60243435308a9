import { describe, expect, test } from "vitest";
import { instant } from "@/lib/calendar/instant";
import { readInboxCursor, writeInboxCursor } from "@/lib/claims/inbox-cursor";

const ID = "019ab3c0-0000-7000-8000-000000000001";

describe("inbox cursor", () => {
  test.each([
    { nextDueBefore: instant("2026-11-24T23:00:00.000Z"), id: ID },
    { nextDueBefore: null, id: ID },
  ])("is read as it was written", (cursor) => {
    expect(readInboxCursor(writeInboxCursor(cursor))).toEqual(cursor);
  });

  test.each([undefined, "", "x", `2026-11-24_${ID}`, `2026-13-45T00:00:00Z_${ID}`, "-_' or 1=1"])(
    "%s is no cursor",
    (text) => {
      expect(readInboxCursor(text)).toBeUndefined();
    },
  );
});
