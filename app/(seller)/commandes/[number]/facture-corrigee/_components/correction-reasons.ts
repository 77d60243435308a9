import { getTranslations } from "next-intl/server";
import { CORRECTION_REFUSALS } from "@/db/commands/issue-corrected-invoice";
import { RECORDING_REASONS } from "@/lib/invoices/invoice-issuer";
import { INVOICE_REFUSALS } from "@/lib/invoices/refusals";

/** Why an invoice was not corrected, in words. */
export async function correctionReasons(): Promise<Readonly<Record<string, string>>> {
  const t = await getTranslations("invoices");
  return Object.fromEntries([
    ...INVOICE_REFUSALS.map((reason) => [reason, t(`refusals.${reason}`)]),
    ...RECORDING_REASONS.map((reason) => [reason, t(`recording.${reason}`)]),
    ...CORRECTION_REFUSALS.map((reason) => [reason, t(`correction.reasons.${reason}`)]),
    ["no_series", t("credit.no_series")],
  ]);
}
