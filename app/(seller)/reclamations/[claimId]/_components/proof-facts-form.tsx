"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/app/_components/ui/action-form";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { confirmProofAction } from "../actions";
import { ProofFields } from "./proof-fields";

type Props = {
  readonly documentId: string;
  readonly zone: string;
  readonly values: Readonly<Record<string, string>>;
};

/** Says or corrects what a proof shows, until it is sent. */
export function ProofFactsForm({ documentId, zone, values }: Props) {
  const t = useTranslations("reply.proof");
  return (
    <ActionForm
      id={`preuve-${documentId}`}
      action={confirmProofAction}
      reasons={{ already_sent: t("already_sent"), not_found: t("not_found"), not_a_proof: t("not_found") }}
      className="grid gap-3 py-1"
    >
      <input type="hidden" name="documentId" value={documentId} />
      <input type="hidden" name="zone" value={zone} />
      <ProofFields values={values} />
      <SubmitButton variant="secondary" className="justify-self-start">
        {t("compare")}
      </SubmitButton>
    </ActionForm>
  );
}
