import { describe, expect, test } from "vitest";
import { CHECK_RULES } from "@/lib/invoices/checker/check-rules";
import type { Finding } from "@/lib/invoices/checker/finding";
import { type CheckedFile, keptResultCookie, readKeptResult } from "@/lib/server/invoice-check/kept-result";

const findings: readonly Finding[] = [
  { code: "title", verdict: "found", source: CHECK_RULES.title.source, page: 1, excerpt: "FACTURE n° 12" },
  { code: "seller_siren", verdict: "wrong", source: CHECK_RULES.seller_siren.source },
];
const file: CheckedFile = {
  fileName: "facture été.pdf",
  orderNumber: "CMD-1",
  pageCount: 300,
  pagesRead: 60,
  check: { kind: "text", findings },
};

function cookieValue(cookie: string): string {
  return /=([^;]*)/.exec(cookie)?.[1] ?? "";
}

describe("the result of a check waits in the browser", () => {
  test("it comes back as it was", () => {
    const cookie = keptResultCookie(file, true);
    expect(cookie).toMatch(/; HttpOnly; SameSite=Lax; Secure$/);
    expect(readKeptResult(cookieValue(cookie))).toEqual(file);
  });

  test("too long for a cookie, it loses its excerpts", () => {
    const long = Array.from({ length: 60 }, (_, index) => ({
      ...(findings[0] ?? { code: "title" as const, verdict: "found" as const, source: "" }),
      excerpt: Array.from({ length: 60 }, (_, place) => String.fromCharCode(33 + ((index * 7 + place * 13) % 90))).join(
        "",
      ),
    }));
    const value = cookieValue(keptResultCookie({ ...file, check: { kind: "text", findings: long } }, false));
    expect(value.length).toBeLessThanOrEqual(3800);
    expect(readKeptResult(value)?.check.findings).toHaveLength(60);
  });

  test.each(["", "pas du tout", "AAAA", Buffer.from("{}").toString("base64url")])(
    "what cannot be read is nothing: %s",
    (value) => {
      expect(readKeptResult(value)).toBeUndefined();
    },
  );
});
