"use client";
import { FilePlus2 } from "lucide-react";
import { ActionForm } from "@/app/_components/ui/action-form";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { issueInvoiceAction } from "../actions";

type Props = {
  readonly orderNumber: string;
  readonly label: string;
  readonly reasons: Readonly<Record<string, string>>;
  readonly sentences: Readonly<Record<string, string>>;
  readonly elsewhere: readonly string[];
};

/** Draws the number and freezes the document: once, for good. */
export function IssueInvoice({ orderNumber, label, ...refusal }: Props) {
  return (
    <ActionForm id="facturer" action={issueInvoiceAction} {...refusal} className="grid gap-2">
      <input type="hidden" name="orderNumber" value={orderNumber} />
      <SubmitButton variant="secondary" className="justify-self-start">
        <FilePlus2 aria-hidden />
        {label}
      </SubmitButton>
    </ActionForm>
  );
}
