import { describe, expect, test } from "vitest";
import { judgeReply } from "@/lib/replies/completeness";
import type { FieldName } from "@/lib/replies/field";
import { FORM_FIELDS, fieldsOfSolution } from "@/lib/replies/form-fields";
import { type ReplyInput, replyInput } from "@/lib/replies/schema";
import { SOLUTIONS } from "@/lib/replies/solution";
import { COMPLETE } from "@/tests/unit/replies/complete-replies";
import { missingCodes } from "@/tests/unit/replies/missing-codes";
import { RETURN_ADDRESS } from "@/tests/unit/replies/reply-context";

const WRITTEN_KINDS: readonly string[] = ["message", "line", "text", "url", "carrier"];
const LONG = "a".repeat(100_000);

/** Every field of every solution of one of these kinds. */
function fieldsOf(kinds: readonly string[]) {
  return SOLUTIONS.flatMap((solution) =>
    fieldsOfSolution(solution)
      .filter((name) => kinds.includes(FORM_FIELDS[name].kind))
      .map((field) => ({ solution, field, name: `${solution}.${field}` })),
  );
}

function withField(solution: keyof typeof COMPLETE, change: object): ReplyInput {
  return replyInput.parse({ ...COMPLETE[solution].input, ...change });
}

function faultsOf(solution: keyof typeof COMPLETE, change: object) {
  const { missing } = judgeReply(withField(solution, change), COMPLETE[solution].context);
  return missing.map(({ code, field }) => [code, field]);
}

describe("a day that is over", () => {
  const promised = fieldsOf(["day"]).filter(({ field }) => field !== "openedOn");

  test("is looked for in every solution that promises one", () => {
    const dated = new Set(promised.map(({ solution }) => solution));
    expect(SOLUTIONS.filter((solution) => !dated.has(solution))).toEqual([
      "refuse",
      "send_invoice",
      "send_corrected_invoice",
      "answer_other",
    ]);
  });

  test.each(promised)("is promised by no $name", ({ solution, field }) => {
    expect(faultsOf(solution, { [field]: "2026-11-22" })).toContainEqual(["date_in_past", field]);
    const { missing } = judgeReply(withField(solution, { [field]: "2026-11-23" }), COMPLETE[solution].context);
    expect(missing.map(({ code }) => code)).not.toContain("date_in_past");
  });
});

describe("a word left between braces", () => {
  test.each(fieldsOf(WRITTEN_KINDS))("is not sent in $name", ({ solution, field }) => {
    expect(faultsOf(solution, { [field]: "Voir {{colis}}" })).toContainEqual(["placeholder_left", field]);
  });

  test.each(["name", "line1", "line2", "postcode", "city", "country"])("nor in the address's %s", (part) => {
    const returnAddress = { ...RETURN_ADDRESS, [part]: "{{ville}}" };
    expect(faultsOf("return_procedure", { returnAddress })).toContainEqual(["placeholder_left", "returnAddress"]);
  });

  test("nor as the reason for withholding a remedy, nor empty, nor over two lines", () => {
    const withheld = [{ remedy: "repair", reason: "{{motif}}" }];
    expect(faultsOf("return_procedure", { withheld })).toContainEqual(["placeholder_left", "withheld"]);
    expect(missingCodes(withField("refund", { message: "Bonjour {{}}" }), COMPLETE.refund.context)).toEqual([
      "placeholder_left",
    ]);
    expect(faultsOf("refund", { message: "Bonjour {{client\nou cliente}}" })).toEqual([
      ["placeholder_left", "message"],
    ]);
  });
});

describe("every text of an answer", () => {
  test.each(fieldsOf(WRITTEN_KINDS))("$name: 100 kB are refused, with the field", ({ solution, field }) => {
    expect(refusedPaths({ ...COMPLETE[solution].input, [field]: LONG })).toEqual([field]);
  });

  test.each(["name", "line1", "line2", "postcode", "city", "country"])("the address's %s too", (part) => {
    const returnAddress = { ...RETURN_ADDRESS, [part]: LONG };
    expect(refusedPaths({ ...COMPLETE.return_procedure.input, returnAddress })).toEqual([`returnAddress.${part}`]);
  });

  test.each(fieldsOf(WRITTEN_KINDS))("$name: loses what hides or reorders", ({ solution, field }) => {
    const read: Partial<Record<FieldName, unknown>> = withField(solution, {
      [field]: "a\u0000\u202Eb\u2066\u0007c\uFEFF",
    });
    expect(read[field]).toBe("abc");
  });

  test("so do the lines of an address and the reason for withholding a remedy", () => {
    const hidden = "Lyon\u202E\u0008";
    const read = withField("return_procedure", {
      returnAddress: { ...RETURN_ADDRESS, city: hidden },
      withheld: [{ remedy: "repair", reason: hidden }],
    });
    expect(read).toMatchObject({ returnAddress: { city: "Lyon" }, withheld: [{ reason: "Lyon" }] });
  });
});

describe("a quantity", () => {
  const withLines = SOLUTIONS.filter((solution) => fieldsOfSolution(solution).includes("lines"));

  test.each(withLines)("above the line's is promised by no %s, said at once or in parts", (solution) => {
    const above = [["quantity_above_line", "lines"]];
    expect(faultsOf(solution, { lines: [{ lineId: "L1", quantity: 3 }] })).toEqual(above);
    const inParts = [1, 2].map((quantity) => ({ lineId: "L1", quantity }));
    expect(faultsOf(solution, { lines: inParts })).toEqual(above);
    expect(faultsOf(solution, { lines: [{ lineId: "L1", quantity: 2 }] })).toEqual([]);
    expect(faultsOf(solution, { lines: [{ lineId: "L9", quantity: 1 }] })).toEqual([["line_unknown", "lines"]]);
  });
});

function refusedPaths(input: object): readonly string[] {
  const parsed = replyInput.safeParse(input);
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join("."));
}
