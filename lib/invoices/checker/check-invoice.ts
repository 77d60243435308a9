import { CHECK_RULES, type CheckCode, type CheckScope } from "@/lib/invoices/checker/check-rules";
import { DETECTORS } from "@/lib/invoices/checker/detectors";
import type { CheckExpectation, Finding, Reading, Sighting, Verdict } from "@/lib/invoices/checker/finding";
import { type PageText, pageText, plainWords } from "@/lib/invoices/checker/page-text";
import { readStructured } from "@/lib/invoices/checker/structured-facts";

export type UploadedText = { readonly pages: readonly string[]; readonly xml?: string | undefined };

/** A `scan` has no text to check: that is said, and nothing is judged. */
export type InvoiceCheck = { readonly kind: "scan" | "text" | "structured"; readonly findings: readonly Finding[] };

const SHORTEST_TEXT = 40;
const EXCERPT_MARGIN = 18;

/**
 * Looks for each mandatory mention in an uploaded invoice: found and where, missing, unsure, or wrong.
 *
 * It warns and never decides: a reader's eye finds what an expression does not.
 */
export function checkInvoice({ pages, xml }: UploadedText, expected: CheckExpectation): InvoiceCheck {
  const texts = pages.map(pageText);
  const plain = texts.map((page) => page.plain).join("\n");
  if (plain.trim().length < SHORTEST_TEXT) {
    return { kind: "scan", findings: [] };
  }
  const isExempt =
    !/\d ?%/.test(plain) && /293 ?b|non applicable|exoner|regime particulier|autoliquidation|art\.? ?294/.test(plain);
  const reading: Reading = { plain, expected, isExempt };
  const structured = xml === undefined ? [] : structuredFindings(xml, reading);
  const findings = codes().flatMap((code) => {
    const detect = DETECTORS[code];
    return detect === undefined || !concerns(CHECK_RULES[code].scope, reading)
      ? []
      : [findingOf(code, detect(reading), texts)];
  });
  return { kind: xml === undefined ? "text" : "structured", findings: [...findings, ...structured] };
}

function codes(): readonly CheckCode[] {
  return Object.keys(CHECK_RULES).filter((code): code is CheckCode => code in CHECK_RULES);
}

function concerns(scope: CheckScope, { plain, expected, isExempt }: Reading): boolean {
  switch (scope) {
    case "all":
      return true;
    case "taxed":
      return !isExempt;
    case "exempt":
      return isExempt || !/\d ?%/.test(plain);
    case "company":
      return expected.seller?.status === "company" || (expected.seller === undefined && /\bcapital\b/.test(plain));
    case "individual":
      return expected.seller?.status === "individual";
    case "professional":
      return expected.buyer?.kind === "professional";
    case "order":
      return expected.order !== undefined;
    case "order_total":
      return expected.order?.totalCents !== undefined;
    case "structured":
      return false;
  }
}

function findingOf(code: CheckCode, { verdict, index, length }: Sighting, pages: readonly PageText[]): Finding {
  const { source } = CHECK_RULES[code];
  if (index === undefined) {
    return { code, verdict, source };
  }
  let start = 0;
  for (const [position, page] of pages.entries()) {
    if (index < start + page.plain.length + 1) {
      const from = Math.max(0, index - start - EXCERPT_MARGIN);
      const excerpt = page.printed.slice(from, index - start + (length ?? 0) + EXCERPT_MARGIN).trim();
      return { code, verdict, source, page: position + 1, excerpt };
    }
    start += page.plain.length + 1;
  }
  return { code, verdict, source };
}

/** The XML must say what the page says: a reader believes the page, an accountant's software the XML. */
function structuredFindings(xml: string, { plain }: Reading): readonly Finding[] {
  const { number, grossTotal } = readStructured(xml);
  const spoken = ` ${plainWords(plain)} `;
  const said = (...ways: readonly (string | undefined)[]): Verdict => {
    const written = ways.flatMap((way) => (way === undefined ? [] : [plainWords(way)]));
    if (written.length === 0) return "missing";
    return written.some((way) => spoken.includes(` ${way} `)) ? "found" : "wrong";
  };
  return [
    { code: "structured_number", verdict: said(number), source: CHECK_RULES.structured_number.source, excerpt: number },
    {
      code: "structured_total",
      verdict: said(grossTotal, grossTotal?.replace(/\B(?=(\d{3})+\.)/g, " ")),
      source: CHECK_RULES.structured_total.source,
      excerpt: grossTotal,
    },
  ];
}
