import type { CheckCode } from "@/lib/invoices/checker/check-rules";
import type { CustomerKind } from "@/lib/orders/order";
import type { LegalStatus } from "@/lib/sellers/legal-identity";

/** `wrong`: the mention is there, but its key, its sum or its comparison fails. */
export type Verdict = "found" | "missing" | "unsure" | "wrong";

export type Sighting = { readonly verdict: Verdict; readonly index?: number; readonly length?: number };

export type Finding = {
  readonly code: CheckCode;
  readonly verdict: Verdict;
  readonly source: string;
  /** From 1. */
  readonly page?: number | undefined;
  readonly excerpt?: string | undefined;
};

/** What is known of the sale; everything may be unknown, as on the tool page for any PDF. */
export type CheckExpectation = {
  readonly seller?: { readonly name: string; readonly status: LegalStatus } | undefined;
  readonly buyer?: { readonly name: string; readonly kind: CustomerKind } | undefined;
  /** `totalCents` is left out where the document may be for less: a credit note. */
  readonly order?: { readonly number: string; readonly totalCents?: number | undefined } | undefined;
};

/** The whole text to search, plain, and what is known of the sale. */
export type Reading = { readonly plain: string; readonly expected: CheckExpectation; readonly isExempt: boolean };
