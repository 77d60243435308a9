"use client";
import { useTranslations } from "next-intl";
import { RECORDING_REASONS } from "@/lib/invoices/invoice-issuer";
import { INVOICE_REFUSALS } from "@/lib/invoices/refusals";

const REASONS = ["no_series", ...RECORDING_REASONS, ...INVOICE_REFUSALS] as const;

/** Why an invoice was not issued, in words. */
export function useInvoiceReasons(): Readonly<Record<string, string>> {
  const t = useTranslations("reply.invoice.reasons");
  return Object.fromEntries(REASONS.map((reason) => [reason, t(reason)]));
}
