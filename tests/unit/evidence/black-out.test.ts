import { describe, expect, test } from "vitest";
import { areasText, blackOutRefusal, MAX_AREAS, parseAreas, pixelsOf, rowsOfColumns } from "@/lib/evidence/black-out";

describe("areas as text", () => {
  test("come back as they went", () => {
    const areas = [
      { left: 10, top: 20.5, width: 30, height: 5 },
      { left: 0, top: 0, width: 100, height: 100 },
    ];
    expect(areasText(areas)).toBe("10,20.5,30,5;0,0,100,100");
    expect(parseAreas(areasText(areas))).toEqual(areas);
  });

  test.each([
    { because: "nothing", text: "" },
    { because: "three figures", text: "10,20,30" },
    { because: "five figures", text: "10,20,30,5,1" },
    { because: "no width", text: "10,20,0,5" },
    { because: "beyond the edge", text: "101,20,10,5" },
    { because: "a negative place", text: "-1,20,10,5" },
    { because: "no figure", text: "10,20,abc,5" },
    { because: "too many", text: Array.from({ length: MAX_AREAS + 1 }, () => "1,1,1,1").join(";") },
  ])("$because is none", ({ text }) => {
    expect(parseAreas(text)).toBeUndefined();
  });
});

describe("rows of a form", () => {
  test("empty ones are no areas, a comma is a point", () => {
    const columns = { left: ["10,5", ""], top: ["20", " "], width: ["30", ""], height: ["5", ""] };
    expect(rowsOfColumns(columns)).toEqual([{ left: 10.5, top: 20, width: 30, height: 5 }]);
  });

  test("a row with a hole is kept as it was typed, and refused, never guessed", () => {
    const rows = rowsOfColumns({ left: ["10"], top: [""], width: ["x"], height: [] });
    expect(rows).toEqual([{ left: 10, top: Number.NaN, width: Number.NaN, height: Number.NaN }]);
    expect(parseAreas(areasText(rows))).toBeUndefined();
  });
});

describe("pixels of an area", () => {
  const picture = { width: 1000, height: 333 };
  test.each([
    { because: "grown outwards to whole pixels", area: [10.05, 10, 20, 10], pixels: [100, 33, 201, 34] },
    { because: "cut at the edges", area: [90, 90, 50, 50], pixels: [900, 299, 100, 34] },
    { because: "at least one pixel in the last corner", area: [100, 100, 0.01, 0.01], pixels: [999, 332, 1, 1] },
  ])("$because", ({ area: [left = 0, top = 0, width = 0, height = 0], pixels }) => {
    const found = pixelsOf({ left, top, width, height }, picture);
    expect([found.left, found.top, found.width, found.height]).toEqual(pixels);
  });
});

test.each([
  { verifiedType: "image/png", refusal: null },
  { verifiedType: "application/pdf", refusal: "not_a_picture" },
  { verifiedType: null, refusal: "not_a_picture" },
  { uploadedBy: "customer:1:mailed", refusal: "not_a_picture" },
  { sentAt: "2026-11-23T09:00:00Z", refusal: "already_sent" },
  { replacedBy: "019340aa-0000-7000-8000-000000000001", refusal: "already_replaced" },
])("blacking out on %o", ({ refusal, ...document }) => {
  const picture = { verifiedType: "image/jpeg", uploadedBy: "member:1", sentAt: null, replacedBy: null };
  expect(blackOutRefusal({ ...picture, ...document })).toBe(refusal);
});
