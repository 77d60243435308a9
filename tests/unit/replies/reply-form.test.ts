import { describe, expect, test } from "vitest";
import { zoneId } from "@/lib/calendar/zone";
import { fieldsOfSolution } from "@/lib/replies/form-fields";
import { readCents, readReplyForm } from "@/lib/replies/reply-form";
import { replyInput } from "@/lib/replies/schema";

const paris = zoneId("Europe/Paris");

describe("readReplyForm", () => {
  test("reads every kind of input into what the schema parses", () => {
    const read = readReplyForm(
      [
        ["solution", "return_procedure"],
        ["outcome", "refund"],
        ["returnAddress.name", "Lumina"],
        ["returnAddress.city", " Lyon "],
        ["amountCents", "1 095,50 €"],
        ["alsoOffered", "repair"],
        ["alsoOffered", "replacement"],
        ["withheld.price_reduction", "Hors de propos."],
        ["packing", ""],
        ["csrf", "x"],
      ],
      paris,
    );
    expect(replyInput.parse(read)).toEqual({
      solution: "return_procedure",
      outcome: "refund",
      returnAddress: { name: "Lumina", city: "Lyon" },
      amountCents: 109_550,
      alsoOffered: ["repair", "replacement"],
      withheld: [{ remedy: "price_reduction", reason: "Hors de propos." }],
    });
  });

  test("a local time is an instant of the zone, a box is yes", () => {
    expect(
      readReplyForm(
        [
          ["deliveredAt", "2026-11-18T11:20"],
          ["nothingCharged", "on"],
        ],
        paris,
      ),
    ).toEqual({
      deliveredAt: "2026-11-18T10:20:00.000Z",
      nothingCharged: true,
    });
  });

  test("quantities of zero are no line", () => {
    expect(
      readReplyForm(
        [
          ["lines.L1", "2"],
          ["lines.L2", "0"],
        ],
        paris,
      ),
    ).toEqual({ lines: [{ lineId: "L1", quantity: 2 }] });
  });

  test("what makes no sense is left for the schema to refuse", () => {
    const read = readReplyForm(
      [
        ["solution", "refund"],
        ["amountCents", "beaucoup"],
        ["refundOn", "demain"],
      ],
      paris,
    );
    expect(replyInput.safeParse(read).success).toBe(false);
    expect(readReplyForm([["deliveredAt", "2026-02-30T10:00"]], paris)).toEqual({ deliveredAt: "2026-02-30T10:00" });
    expect(
      readReplyForm(
        [
          ["__proto__", "x"],
          ["constructor", "y"],
        ],
        paris,
      ),
    ).toEqual({});
  });
});

test.each([
  { value: "95", expected: 9_500 },
  { value: "95,5", expected: 9_550 },
  { value: "1.10", expected: 110 },
  { value: "1\u202F234,56", expected: 123_456 },
  { value: "-5", expected: "-5" },
  { value: "1,234", expected: "1,234" },
])("$value is $expected", ({ value, expected }) => {
  expect(readCents(value)).toBe(expected);
});

test("the fields of a solution come in the order of its form", () => {
  expect(fieldsOfSolution("confirm_delivery")).toEqual([
    "carrier",
    "trackingNumber",
    "deliveredAt",
    "proofFollowsOn",
    "message",
    "documentIds",
  ]);
});

describe("replyInput", () => {
  test.each([
    { because: "unknown solution", input: { solution: "magic" } },
    { because: "unknown field", input: { solution: "refund", colour: "red" } },
    { because: "field of another solution", input: { solution: "refund", ground: "misuse" } },
    { because: "half a cent", input: { solution: "refund", amountCents: 1.5 } },
    { because: "negative amount", input: { solution: "refund", amountCents: -1 } },
    { because: "a day that is none", input: { solution: "refund", refundOn: "2026-02-30" } },
    { because: "a year out of range", input: { solution: "refund", refundOn: "2999-01-01" } },
    {
      because: "an instant without offset",
      input: { solution: "confirm_delivery", deliveredAt: "2026-11-18T10:00:00" },
    },
    { because: "a text of 100 kB", input: { solution: "answer_other", message: "a".repeat(100_000) } },
    { because: "a quantity of none", input: { solution: "reship", lines: [{ lineId: "L1", quantity: 0 }] } },
  ])("refuses $because", ({ input }) => {
    expect(replyInput.safeParse(input).success).toBe(false);
  });

  test("keeps HTML as text and removes what hides or reorders", () => {
    expect(replyInput.parse({ solution: "answer_other", message: " <script>a</script>\u202E\u0000 " })).toEqual({
      solution: "answer_other",
      message: "<script>a</script>",
    });
  });
});
