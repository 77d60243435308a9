import type { IsoDate } from "@/lib/calendar/civil-day";
import type { InvoiceBuyer } from "@/lib/invoices/draft";
import { type CompanySize, E_INVOICING_SINCE } from "@/lib/invoices/rules";
import { accepted, type Outcome, refused } from "@/lib/outcome";
import type { InvoicingMode, SellerIdentity } from "@/lib/sellers/legal-identity";

/** Why a seller records an invoice here instead of issuing it. */
export const RECORDING_REASONS = [
  "invoice_issued_elsewhere",
  "invoice_issued_by_operator",
  "external_invoice_exists",
  "approved_platform_required",
] as const;
export type RecordingReason = (typeof RECORDING_REASONS)[number];

export type IssuingFacts = {
  readonly mode: InvoicingMode;
  readonly size: CompanySize;
  readonly seller: Pick<SellerIdentity, "status">;
  readonly buyer: Pick<InvoiceBuyer, "kind" | "address">;
  readonly hasExternalInvoice: boolean;
  readonly issuedOn: IsoDate;
};

/** France, and the departments overseas that apply its VAT, under the codes an address may come with. */
const FRENCH_VAT_COUNTRIES: ReadonlySet<string> = new Set(["FR", "GP", "MQ", "RE"]);

/**
 * Whether an invoice is issued here, or why it is only recorded.
 *
 * A sale between a French seller and a French professional goes through a *plateforme agréée* from the seller's day
 * on: 1 September 2026 for large and mid-sized firms, 1 September 2027 for the others. Consumers are not concerned.
 *
 * @see CIBS, art. L216-44; loi de finances 2026
 */
export function mayIssueHere(facts: IssuingFacts): Outcome<"issued_here", RecordingReason> {
  if (facts.hasExternalInvoice) {
    return refused("external_invoice_exists");
  }
  if (facts.mode !== "issued_here") {
    return refused(facts.mode === "issued_elsewhere" ? "invoice_issued_elsewhere" : "invoice_issued_by_operator");
  }
  const domesticProfessionals =
    facts.seller.status !== "foreign" &&
    facts.buyer.kind === "professional" &&
    FRENCH_VAT_COUNTRIES.has(facts.buyer.address.country.toUpperCase());
  return domesticProfessionals && facts.issuedOn >= E_INVOICING_SINCE[facts.size]
    ? refused("approved_platform_required")
    : accepted("issued_here");
}
