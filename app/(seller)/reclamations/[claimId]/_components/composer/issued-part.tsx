"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RadioGroup } from "@/app/_components/ui/choice-field";
import { type FieldProps, textOf } from "./field-props";
import { fieldWords } from "./field-words";

/** The invoice or credit note issued here that goes with the answer; a file of the seller's may stand for it. */
export function IssuedPart({ name, data, values }: FieldProps) {
  const t = useTranslations("reply.invoice");
  const kind = name === "creditNoteId" ? "credit_note" : "invoice";
  const issued = data.issued.filter((document) => document.kind === kind);
  // Issued while the answer was being written: it is what was missing.
  const [known] = useState(issued.length);
  const justIssued = issued.length > known ? issued[0]?.id : undefined;
  const { label } = fieldWords(data.words.fields)[name];
  if (issued.length === 0 && kind === "credit_note" && data.mayCorrectInvoice) {
    const order = encodeURIComponent(data.orderNumber);
    return (
      <p className="sm:col-span-2">
        <a
          href={`/commandes/${order}/facture-corrigee?reclamation=${data.claimId}`}
          className="prose-link font-semibold"
        >
          {t("correct")}
        </a>
        <span className="block text-ink-muted">{t("correct_hint")}</span>
      </p>
    );
  }
  if (issued.length === 0) {
    return (
      <p className="text-ink-muted sm:col-span-2">
        {kind === "invoice" && data.mayIssueInvoice ? t("will_be_issued") : t(`attach.${kind}`)}
      </p>
    );
  }
  return (
    <div className="grid gap-1 sm:col-span-2">
      <RadioGroup
        name={name}
        legend={label}
        choices={[
          ...issued.map(({ id, number }) => ({ value: id, label: number })),
          { value: "", label: t(`attach_instead.${kind}`) },
        ]}
        defaultValue={textOf(values[name]) || (justIssued ?? "")}
      />
      {issued.map(({ id, number }) => (
        <a key={id} href={`/api/invoices/${id}/pdf`} target="_blank" rel="noreferrer" className="prose-link w-fit">
          {t("open", { number })}
        </a>
      ))}
    </div>
  );
}
