import type { IsoDate } from "@/lib/calendar/civil-day";
import type { VatScheme } from "@/lib/orders/order";

/** A sentence an invoice prints, valid for documents issued from `validFrom` to `validTo`, both included. */
export type LegalWording = {
  readonly code: WordingCode;
  readonly text: string;
  readonly source: string;
  readonly validFrom: string;
  readonly validTo?: string;
};

export type WordingCode =
  | "franchise"
  | "margin"
  | "dom_not_applicable"
  | "dom_exempt"
  | "oss"
  | "vat_on_debits"
  | "late_penalty"
  | "recovery_indemnity"
  | "no_early_discount"
  | "operation_goods"
  | "operation_services"
  | "operation_mixed";

/**
 * Legal wordings by date. A text that changes gets a new row; an old row is never edited.
 *
 * The VAT law left the CGI for the CIBS on 1 September 2026 (ordonnance 2025-1247); references to the CGI stay
 * accepted until 31 December 2027. The wordings from 2028 are to be verified in the official texts.
 */
const LEGAL_WORDINGS: readonly LegalWording[] = [
  {
    code: "franchise",
    text: "TVA non applicable, art. 293 B du CGI",
    source: "law:CGI, art. 293 B et 293 E",
    validFrom: "1993-01-01",
    validTo: "2027-12-31",
  },
  {
    code: "franchise",
    text: "TVA non applicable, art. L. 223-1 et suivants du CIBS",
    source: "law:CIBS, art. L223-1 à L223-24 [à vérifier]",
    validFrom: "2028-01-01",
  },
  {
    code: "margin",
    text: "Régime particulier – Biens d’occasion",
    source: "law:CGI, art. 297 A ; ann. II, art. 242 nonies A",
    validFrom: "1995-01-01",
  },
  {
    code: "dom_not_applicable",
    text: "TVA non applicable, art. 294, 1 du CGI",
    source: "law:CGI, art. 294, 1 (Guyane, Mayotte)",
    validFrom: "1993-01-01",
    validTo: "2027-12-31",
  },
  {
    code: "dom_not_applicable",
    text: "TVA non applicable en Guyane et à Mayotte (CIBS, ex-art. 294, 1 du CGI)",
    source: "law:CIBS [à vérifier]",
    validFrom: "2028-01-01",
  },
  {
    code: "dom_exempt",
    text: "Exonération de TVA, art. 294, 2 du CGI",
    source: "law:CGI, art. 294, 2 (livraison entre la métropole et un DROM)",
    validFrom: "1993-01-01",
    validTo: "2027-12-31",
  },
  {
    code: "dom_exempt",
    text: "Exonération de TVA, livraison assimilée à une exportation (CIBS, ex-art. 294, 2 du CGI)",
    source: "law:CIBS [à vérifier]",
    validFrom: "2028-01-01",
  },
  {
    code: "oss",
    text: "TVA de l’État de destination, déclarée par le guichet unique (régime OSS)",
    source: "law:directive 2006/112/CE, art. 369 bis et suivants",
    validFrom: "2021-07-01",
  },
  {
    code: "vat_on_debits",
    text: "Option pour le paiement de la taxe d’après les débits",
    source: "law:CGI, ann. II, art. 242 nonies A ; décret 2022-1299",
    validFrom: "2022-10-10",
  },
  {
    code: "late_penalty",
    text: "Pénalités de retard : taux de refinancement de la BCE majoré de 10 points, exigibles dès le lendemain de l’échéance.",
    source: "law:C. com., art. L441-10",
    validFrom: "2013-01-01",
  },
  {
    code: "recovery_indemnity",
    text: "Indemnité forfaitaire pour frais de recouvrement en cas de retard : 40 €.",
    source: "law:C. com., art. L441-10 et D441-5",
    validFrom: "2013-01-01",
  },
  {
    code: "no_early_discount",
    text: "Pas d’escompte pour paiement anticipé.",
    source: "law:C. com., art. L441-9",
    validFrom: "2013-01-01",
  },
  {
    code: "operation_goods",
    text: "Nature de l’opération : livraison de biens",
    source: "law:décret 2022-1299",
    validFrom: "2022-10-10",
  },
  {
    code: "operation_services",
    text: "Nature de l’opération : prestation de services",
    source: "law:décret 2022-1299",
    validFrom: "2022-10-10",
  },
  {
    code: "operation_mixed",
    text: "Nature de l’opération : livraison de biens et prestation de services",
    source: "law:décret 2022-1299",
    validFrom: "2022-10-10",
  },
];

/** The wording in force on a day, or `undefined` when the law asked for none yet. */
export function wordingOn(code: WordingCode, day: IsoDate): LegalWording | undefined {
  return LEGAL_WORDINGS.find(
    (row) => row.code === code && row.validFrom <= day && (row.validTo === undefined || day <= row.validTo),
  );
}

/**
 * How each VAT scheme enters EN 16931: its category, and for an exemption the code of the VATEX list.
 *
 * Only codes that are in the lists of both Factur-X 1.07 and 1.08; without a code the reason stands alone (BR-E-10).
 */
export const VAT_SCHEME_RULES = {
  standard: { category: "S", taxed: true, vatex: undefined },
  oss: { category: "S", taxed: true, vatex: undefined },
  franchise: { category: "E", taxed: false, vatex: "VATEX-FR-FRANCHISE" },
  margin: { category: "E", taxed: false, vatex: "VATEX-EU-F" },
  exempt_dom: { category: "E", taxed: false, vatex: undefined },
} as const satisfies Record<VatScheme, { category: "S" | "E"; taxed: boolean; vatex: string | undefined }>;

export const COMPANY_SIZES = ["small", "large_or_mid"] as const;
export type CompanySize = (typeof COMPANY_SIZES)[number];

/**
 * Day from which a French seller must invoice French professionals through a *plateforme agréée*.
 *
 * @see loi de finances 2026; CIBS, art. L216-44. Consumers' invoices are reported, not transmitted.
 */
export const E_INVOICING_SINCE = {
  large_or_mid: "2026-09-01",
  small: "2027-09-01",
} as const satisfies Record<CompanySize, string>;
