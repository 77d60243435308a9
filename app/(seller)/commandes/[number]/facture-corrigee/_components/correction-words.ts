import { getTranslations } from "next-intl/server";
import { CORRECTION_REFUSALS } from "@/db/commands/issue-corrected-invoice";
import { RECORDING_REASONS } from "@/lib/invoices/invoice-issuer";
import { INVOICE_REFUSALS } from "@/lib/invoices/refusals";
import { invoiceRefusalWords } from "../../../../_components/invoice-refusal-words";

/** Why an invoice was not corrected, and what stands against it, in words. */
export async function correctionWords() {
  const [t, lacking] = await Promise.all([getTranslations("invoices"), getTranslations("reply.invoice")]);
  const { sentences, elsewhere } = invoiceRefusalWords(lacking);
  const reasons: Readonly<Record<string, string>> = Object.fromEntries([
    ...INVOICE_REFUSALS.map((reason) => [reason, t(`refusals.${reason}`)]),
    ...RECORDING_REASONS.map((reason) => [reason, t(`recording.${reason}`)]),
    ...CORRECTION_REFUSALS.map((reason) => [reason, t(`correction.reasons.${reason}`)]),
    ["no_series", t("credit.no_series")],
  ]);
  return { reasons, sentences, elsewhere };
}
