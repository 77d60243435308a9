"use client";
import { FileMinus2 } from "lucide-react";
import { ActionForm } from "@/app/_components/ui/action-form";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { issueCreditNoteAction } from "../actions";

type Props = {
  readonly hidden: Readonly<Record<string, string>>;
  readonly label: string;
  readonly reasons: Readonly<Record<string, string>>;
  readonly sentences: Readonly<Record<string, string>>;
  readonly elsewhere: readonly string[];
};

/** Draws the number and freezes the note: once, for good. */
export function IssueCredit({ hidden, label, ...refusal }: Props) {
  return (
    <ActionForm id="avoir" action={issueCreditNoteAction} {...refusal}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton>
        <FileMinus2 aria-hidden />
        {label}
      </SubmitButton>
    </ActionForm>
  );
}
