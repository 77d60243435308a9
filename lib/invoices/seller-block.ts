import type { SellerIdentity } from "@/lib/sellers/legal-identity";

/** Name as an invoice writes it: a sole trader's is followed by "EI" (C. com. R526-27). */
export function printedName({ status, name }: Pick<SellerIdentity, "status" | "name">): string {
  return status === "individual" && !/\b(EI|entrepreneur individuel)\b/i.test(name) ? `${name} EI` : name;
}

/** Legal form, capital and register in one line; `undefined` when the seller has none of them. */
export function legalSummary(seller: SellerIdentity): string | undefined {
  const { legalForm, shareCapitalCents, registration, foreignRegistration } = seller;
  const capital = shareCapitalCents === undefined ? undefined : `au capital de ${euros(shareCapitalCents)}`;
  const form = [legalForm, capital].filter((part) => part !== undefined).join(" ");
  const parts = [form, registration, foreignRegistration].filter((part) => part !== undefined && part !== "");
  return parts.length === 0 ? undefined : parts.join(", ");
}

/** Whole euros lose their cents: a capital is written "10 000 €". */
function euros(cents: number): string {
  const whole = cents % 100 === 0;
  const digits = new Intl.NumberFormat("fr-FR", {
    minimumFractionDigits: whole ? 0 : 2,
    maximumFractionDigits: whole ? 0 : 2,
  });
  return `${digits.format(cents / 100)}\u00A0€`;
}
