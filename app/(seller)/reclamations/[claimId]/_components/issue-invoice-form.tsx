"use client";
import { FilePlus2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/app/_components/ui/action-form";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { invoiceRefusalWords } from "../../../_components/invoice-refusal-words";
import { issueInvoiceAction } from "../actions";

/** Issues the invoice of the order, once, to look at it before it is sent. */
export function IssueInvoiceForm({ claimId, orderNumber }: { readonly claimId: string; readonly orderNumber: string }) {
  const t = useTranslations("reply.invoice");
  return (
    <ActionForm id="facture" action={issueInvoiceAction} {...invoiceRefusalWords(t)} className="grid gap-2">
      <input type="hidden" name="claimId" value={claimId} />
      <input type="hidden" name="orderNumber" value={orderNumber} />
      <p className="text-sm text-ink-muted">{t("issue_hint")}</p>
      <SubmitButton variant="secondary" className="justify-self-start">
        <FilePlus2 aria-hidden />
        {t("issue")}
      </SubmitButton>
    </ActionForm>
  );
}
