import { expect, test } from "vitest";
import { legalLine } from "@/lib/server/pdf/seller-brand";
import { company } from "@/tests/unit/invoices/drafts";

test("a number is never parted from its label at the end of a line", () => {
  const line = legalLine(company);
  expect(line).toContain("TVA\u00a0FR93377853536");
  expect(line).toMatch(/SIREN\u00a0377\u00a0853\u00a0536/);
});
