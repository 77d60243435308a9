"use client";
import type { ComponentProps } from "react";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Disclosure } from "@/app/_components/ui/disclosure";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextareaField } from "@/app/_components/ui/text-field";

type Props = Required<Pick<ComponentProps<typeof ActionForm>, "id" | "action" | "reasons">> & {
  readonly hidden: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<"title" | "lead" | "message" | "submit", string>>;
  /** Proposed, in the customer's language. */
  readonly message: string;
};

/** An act of the seller that its customer is told of: folded away, with the words they will read. */
export function ToldForm({ id, action, reasons, hidden, words, message }: Props) {
  return (
    <Disclosure summary={words.title} className="text-sm">
      <ActionForm id={id} action={action} reasons={reasons} className="grid gap-3">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p className="text-ink-muted">{words.lead}</p>
        <TextareaField name="message" label={words.message} rows={5} defaultValue={message} required />
        <SubmitButton variant="secondary" className="justify-self-start">
          {words.submit}
        </SubmitButton>
      </ActionForm>
    </Disclosure>
  );
}
