"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/app/_components/ui/action-form";
import { CheckboxGroup, RadioGroup } from "@/app/_components/ui/choice-field";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextareaField } from "@/app/_components/ui/text-field";
import { writeMessageAction } from "../actions";

type Props = {
  readonly claimId: string;
  readonly locale: "fr" | "en";
  readonly isClosed: boolean;
  /** The seller's files that the customer has not received. */
  readonly files: readonly { readonly value: string; readonly label: string }[];
};

const FILE_REASONS = ["document_unknown", "document_not_ready", "document_refused"] as const;

/** A message to the customer that is no answer, or a note for the team. */
export function WriteForm({ claimId, locale, isClosed, files }: Props) {
  const t = useTranslations("claim.write");
  const reasons = useTranslations("reply.reasons");
  const refusedFiles = Object.fromEntries(FILE_REASONS.map((reason) => [reason, reasons(reason)]));
  return (
    <ActionForm
      id="ecrire"
      action={writeMessageAction}
      reasons={{ claim_closed: t("claim_closed"), not_found: t("claim_closed"), ...refusedFiles }}
      labels={{ body: t("body"), documentIds: t("files") }}
      done={t("sent")}
      className="grid gap-4"
    >
      <input type="hidden" name="claimId" value={claimId} />
      <input type="hidden" name="locale" value={locale} />
      <RadioGroup
        name="visibility"
        legend={t("visibility")}
        defaultValue={isClosed ? "internal" : "conversation"}
        choices={[
          { value: "conversation", label: t("conversation"), hint: t("conversation_hint"), disabled: isClosed },
          { value: "internal", label: t("internal"), hint: t("internal_hint") },
        ]}
        className="[&>div>div]:sm:grid-cols-2"
      />
      <TextareaField name="body" label={t("body")} rows={4} required />
      {files.length > 0 && !isClosed && (
        <CheckboxGroup name="documentIds" legend={t("files")} hint={t("files_hint")} choices={files} required={false} />
      )}
      <SubmitButton variant="secondary" className="justify-self-start">
        {t("send")}
      </SubmitButton>
    </ActionForm>
  );
}
