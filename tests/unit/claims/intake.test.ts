import { describe, expect, test } from "vitest";
import { isoDate } from "@/lib/calendar/civil-day";
import { SITUATIONS } from "@/lib/claims/claim";
import { INTAKE_QUESTIONS, questionOfPhoto, questionOfSlug, questionsFor, wishesFor } from "@/lib/claims/intake";
import { intakeAnswers, keptIntake, refusedIntake } from "@/lib/claims/intake-schema";

const ORDER = { placedOn: isoDate("2026-11-02"), today: isoDate("2026-11-23") };

describe("the questions of a situation", () => {
  test("a withdrawal, an invoice and another request are asked nothing", () => {
    expect(SITUATIONS.filter((situation) => questionsFor(situation).length === 0)).toEqual([
      "no_longer_wanted",
      "invoice_request",
      "other",
    ]);
  });

  test("a damaged product is judged on its photos, its fault, its serial number and the wish", () => {
    expect(questionsFor("damaged")).toEqual([
      "fault",
      "photo_item",
      "wish",
      "since",
      "part",
      "photo_parcel",
      "photo_label",
      "serial",
    ]);
    expect(wishesFor("damaged")).toEqual(["repair", "replacement", "refund"]);
    expect(wishesFor("missing_item")).toEqual(["completion", "refund"]);
    expect(wishesFor("parcel_not_received")).toEqual(["replacement", "refund"]);
  });

  test("each has an address of its own, that opens it in its own situation only", () => {
    const slugs = Object.values(INTAKE_QUESTIONS).map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(questionOfSlug("damaged", "numero-de-serie")).toBe("serial");
    expect(questionOfSlug("wrong_product", "numero-de-serie")).toBeUndefined();
    expect(questionOfSlug("no_longer_wanted", "souhait")).toBeUndefined();
    expect(questionOfSlug("damaged", "__proto__")).toBeUndefined();
  });

  test.each([
    { facts: { subject: "label" }, expected: "photo_label" },
    { facts: { subject: "serial_number" }, expected: undefined },
    { facts: { subject: "<script>" }, expected: undefined },
    { facts: null, expected: undefined },
  ])("a photo answers by what it shows: $facts", ({ facts, expected }) => {
    expect(questionOfPhoto(facts)).toBe(expected);
  });
});

describe("an answer is refused", () => {
  test.each([
    { because: "not asked here", situation: "wrong_product", answers: { serial: "AB" }, expected: "serial not_asked" },
    { because: "a withdrawal", situation: "no_longer_wanted", answers: { wish: "refund" }, expected: "wish not_asked" },
    { because: "no such wish", situation: "missing_item", answers: { wish: "repair" }, expected: "wish not_offered" },
    { because: "tomorrow", situation: "damaged", answers: { since: "2026-11-24" }, expected: "since day_in_future" },
    { because: "before", situation: "damaged", answers: { since: "2026-11-01" }, expected: "since day_before_order" },
    { because: "today", situation: "damaged", answers: { since: "2026-11-23" }, expected: undefined },
    { because: "the order's day", situation: "damaged", answers: { since: "2026-11-02" }, expected: undefined },
  ] as const)("$because", ({ situation, answers, expected }) => {
    const refusal = refusedIntake(situation, intakeAnswers.parse(answers), ORDER);
    expect(refusal && `${refusal.field} ${refusal.reason}`).toBe(expected);
  });
});

describe("what is typed", () => {
  test("loses control characters and what reorders text, and stays the words it was", () => {
    const { fault, serial } = intakeAnswers.parse({
      fault: "  \u202Ecassé\u0000 <script>alert(1)</script>\r\n ",
      serial: " SN-1\u200B23 ",
    });
    expect(fault).toBe("cassé <script>alert(1)</script>");
    expect(serial).toBe("SN-123");
  });

  test.each<{ because: string; answers: object }>([
    { because: "100 kB", answers: { fault: "x".repeat(100_000) } },
    { because: "nothing but spaces", answers: { part: " \u00A0\n" } },
    { because: "a script for a serial number", answers: { serial: "<b>1</b>" } },
    { because: "a day that does not exist", answers: { since: "2026-02-30" } },
    { because: "a forged question", answers: { constructor: "x" } },
    { because: "a forged place", answers: { searched: ["letterbox", "moon"] } },
  ])("$because is refused", ({ answers }) => {
    expect(intakeAnswers.safeParse(answers).success).toBe(false);
  });

  test("places come once each, in their order", () => {
    expect(intakeAnswers.parse({ searched: ["neighbours", "letterbox", "neighbours"] }).searched).toEqual([
      "letterbox",
      "neighbours",
    ]);
  });

  test("a stored value of another time is no answer", () => {
    expect(keptIntake({ wish: "moon" })).toEqual({});
    expect(keptIntake(null)).toEqual({});
    expect(keptIntake({ wish: "repair" })).toEqual({ wish: "repair" });
  });
});
