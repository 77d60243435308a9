"use client";
import { useTranslations } from "next-intl";
import { invoiceRefusalWords } from "../../../../_components/invoice-refusal-words";
import type { ComposerData } from "./composer-data";
import { fieldWords } from "./field-words";

const REASONS = [
  "incomplete",
  "claim_closed",
  "not_found",
  "document_unknown",
  "document_not_ready",
  "document_refused",
] as const;

/** The sentences of a refused answer: its reason, what each field lacks, and the names of the fields. */
export function useRefusalWords({ words, lastAnswer }: ComposerData) {
  const t = useTranslations("reply.reasons");
  const invoice = invoiceRefusalWords(useTranslations("reply.invoice"));
  const { flags: _, ...missing } = words.missing;
  const who = lastAnswer ?? { who: "", when: "" };
  return {
    reasons: {
      ...invoice.reasons,
      ...Object.fromEntries(REASONS.map((reason) => [reason, t(reason)])),
      answered_meanwhile: t("answered_meanwhile", who),
    },
    sentences: { ...invoice.sentences, ...missing },
    labels: Object.fromEntries(Object.entries(fieldWords(words.fields)).map(([name, field]) => [name, field.label])),
  };
}
