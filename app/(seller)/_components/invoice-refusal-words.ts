import type { useTranslations } from "next-intl";
import { RECORDING_REASONS } from "@/lib/invoices/invoice-issuer";
import { BUYER_FIELDS, INVOICE_REFUSALS } from "@/lib/invoices/refusals";
import { IDENTITY_FIELDS } from "@/lib/sellers/legal-identity";

const FIELDS = [...new Set([...IDENTITY_FIELDS, ...BUYER_FIELDS])];
const ELSEWHERE = [...FIELDS, "identity", "lines"] as const;
const REASONS = ["no_series", ...RECORDING_REASONS, ...INVOICE_REFUSALS] as const;

type Words = ReturnType<typeof useTranslations<"reply.invoice">>;
type NamedLine = { readonly lineId: string; readonly name: string };

/** Why an invoice is not issued, and what exactly stands against it: the mentions that lack, the lines concerned. */
export function invoiceRefusalWords(t: Words, lines: readonly NamedLine[] = []) {
  const lacking = FIELDS.map((field) => {
    return [`${field}.missing`, t("lacks.missing", { field: t(`lacks.fields.${field}`) })];
  });
  const malformed = IDENTITY_FIELDS.map((field) => {
    return [`${field}.invalid`, t("lacks.invalid", { field: t(`lacks.fields.${field}`) })];
  });
  const named = lines.map(({ lineId, name }) => [`lines.${lineId}`, t("lacks.line", { name })]);
  const sentences: Readonly<Record<string, string>> = Object.fromEntries([
    ...lacking,
    ...malformed,
    ...named,
    ["identity.missing", t("lacks.identity")],
    ["lines.shipping", t("lacks.shipping")],
    ["lines", t("lacks.lines")],
  ]);
  const reasons: Readonly<Record<string, string>> = Object.fromEntries(
    REASONS.map((reason) => [reason, t(`reasons.${reason}`)]),
  );
  return { reasons, sentences, elsewhere: ELSEWHERE };
}
