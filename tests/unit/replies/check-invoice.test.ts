import { describe, expect, test } from "vitest";
import { COMPLETE } from "@/tests/unit/replies/complete-replies";
import { missingCodes } from "@/tests/unit/replies/missing-codes";
import { replyContext } from "@/tests/unit/replies/reply-context";

describe("invoices and lines", () => {
  const issued = [
    { id: "0192f0c2-0000-7000-8000-000000000001", kind: "invoice" },
    { id: "0192f0c2-0000-7000-8000-000000000002", kind: "credit_note" },
  ] as const;
  const context = replyContext({ claim: { situation: "invoice_request" }, order: { issuedDocuments: issued } });

  test("an issued invoice is sent by its identifier", () => {
    expect(missingCodes({ solution: "send_invoice", invoiceId: issued[0].id }, context)).toEqual([]);
    expect(missingCodes({ solution: "send_invoice", invoiceId: issued[1].id }, context)).toEqual(["invoice_missing"]);
    expect(missingCodes({ solution: "send_corrected_invoice", invoiceId: issued[0].id }, context)).toEqual([
      "credit_note_missing",
    ]);
  });

  test.each([
    { because: "both lamps", lines: [{ lineId: "L1", quantity: 2 }], expected: [] },
    { because: "three of two lamps", lines: [{ lineId: "L1", quantity: 3 }], expected: ["quantity_above_line"] },
    { because: "a line of another order", lines: [{ lineId: "L9", quantity: 1 }], expected: ["line_unknown"] },
  ])("$because", ({ lines, expected }) => {
    const { input, context } = COMPLETE.ship_missing_item;
    expect(missingCodes({ ...input, lines }, context)).toEqual(expected);
  });
});
