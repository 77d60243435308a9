import type { PostalAddress } from "@/lib/orders/order";
import { isSiren, isSiret, isVatNumber } from "@/lib/sellers/registration-keys";

export const LEGAL_STATUSES = ["individual", "company", "foreign"] as const;
export type LegalStatus = (typeof LEGAL_STATUSES)[number];

/** `franchise` is the small-business exemption of art. 293 B CGI: such a seller charges no VAT. */
export const VAT_REGIMES = ["liable", "franchise"] as const;
export type VatRegime = (typeof VAT_REGIMES)[number];

/** Who writes the invoices of a seller; only `issued_here` draws numbers in this product. */
export const INVOICING_MODES = ["issued_here", "issued_elsewhere", "issued_by_operator"] as const;
export type InvoicingMode = (typeof INVOICING_MODES)[number];

/**
 * What an invoice must say of the seller, copied onto the document when it is issued.
 *
 * `name` is the company name, or the trader's first and last name; "EI" is added by the layout.
 */
export type SellerIdentity = {
  readonly status: LegalStatus;
  readonly name: string;
  readonly tradeName?: string | undefined;
  readonly address: PostalAddress;
  readonly vatRegime: VatRegime;
  readonly vatNumber?: string | undefined;
  readonly vatOnDebits?: boolean | undefined;
  readonly siren?: string | undefined;
  readonly siret?: string | undefined;
  /** "RCS Lyon", "RNE": the register and its town, without the SIREN. */
  readonly registration?: string | undefined;
  readonly legalForm?: string | undefined;
  readonly shareCapitalCents?: number | undefined;
  /** A foreign seller's register and its number there, as its own law writes them. */
  readonly foreignRegistration?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly website?: string | undefined;
};

export const IDENTITY_FIELDS = [
  "name",
  "address",
  "siren",
  "siret",
  "vatNumber",
  "registration",
  "legalForm",
  "shareCapitalCents",
  "foreignRegistration",
] as const;
export type IdentityField = (typeof IDENTITY_FIELDS)[number];

export type IdentityProblem = { readonly field: IdentityField; readonly problem: "missing" | "invalid" };

/**
 * Every mention about the seller that is missing or whose key is wrong; empty when an invoice may be issued.
 *
 * A trader needs name, address and SIREN; a company its form, capital, register and SIREN as well; a foreign
 * seller its own register or a VAT number. A seller who is liable to VAT needs its VAT number.
 *
 * @see Code de commerce, art. L441-9, R123-237 and R123-238; CGI, ann. II, art. 242 nonies A
 */
export function missingIdentityMentions(seller: SellerIdentity): readonly IdentityProblem[] {
  return [...required(seller), ...malformed(seller)];
}

function required(seller: SellerIdentity): readonly IdentityProblem[] {
  return IDENTITY_FIELDS.filter((field) => needed(field, seller) && !present(field, seller)).map((field) => ({
    field,
    problem: "missing" as const,
  }));
}

function needed(field: IdentityField, seller: SellerIdentity): boolean {
  switch (field) {
    case "name":
    case "address":
      return true;
    case "siren":
      return seller.status !== "foreign" && !filled(seller.siret);
    case "siret":
      return false;
    case "vatNumber":
      return seller.vatRegime === "liable";
    case "registration":
    case "legalForm":
    case "shareCapitalCents":
      return seller.status === "company";
    case "foreignRegistration":
      return seller.status === "foreign" && !filled(seller.vatNumber);
  }
}

function present(field: IdentityField, seller: SellerIdentity): boolean {
  if (field === "address") {
    const { line1, city, country, postcode } = seller.address;
    return filled(line1) && filled(city) && filled(country) && (filled(postcode) || country !== "FR");
  }
  if (field === "shareCapitalCents") {
    return seller.shareCapitalCents !== undefined;
  }
  return filled(seller[field]);
}

function malformed(seller: SellerIdentity): readonly IdentityProblem[] {
  const problems: IdentityProblem[] = [];
  if (filled(seller.siren) && !isSiren(seller.siren)) {
    problems.push({ field: "siren", problem: "invalid" });
  }
  if (filled(seller.siret) && (!isSiret(seller.siret) || differs(seller.siren, seller.siret))) {
    problems.push({ field: "siret", problem: "invalid" });
  }
  if (filled(seller.vatNumber) && !isVatNumber(seller.vatNumber)) {
    problems.push({ field: "vatNumber", problem: "invalid" });
  }
  return problems;
}

/** SIREN of the seller, read from the SIRET when only that one is known. */
export function sirenOf(seller: Pick<SellerIdentity, "siren" | "siret">): string | undefined {
  return filled(seller.siren) ? seller.siren : seller.siret?.slice(0, 9);
}

function differs(siren: string | undefined, siret: string): boolean {
  return filled(siren) && !siret.startsWith(siren);
}

function filled(value: string | undefined): value is string {
  return value !== undefined && value.trim() !== "";
}
