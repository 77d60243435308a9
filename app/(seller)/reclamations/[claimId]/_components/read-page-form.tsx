"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Disclosure } from "@/app/_components/ui/disclosure";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextareaField } from "@/app/_components/ui/text-field";
import { readPageAction } from "../proof-actions";

/** A carrier's page, pasted: what it says fills the form beside it. */
export function ReadPageForm({ documentId }: { readonly documentId: string }) {
  const t = useTranslations("reply.proof");
  return (
    <Disclosure summary={t("paste")}>
      <ActionForm
        id={`page-${documentId}`}
        action={readPageAction}
        reasons={{
          nothing_read: t("nothing_read"),
          already_sent: t("already_sent"),
          not_found: t("not_found"),
          not_a_proof: t("not_found"),
        }}
        sentences={{ nothing_read: t("nothing_read") }}
        labels={{ page: t("page") }}
        done={t("page_read")}
        className="grid gap-3"
      >
        <input type="hidden" name="documentId" value={documentId} />
        <TextareaField name="page" label={t("page")} hint={t("page_hint")} rows={5} required />
        <SubmitButton variant="secondary" className="justify-self-start">
          {t("read_page")}
        </SubmitButton>
      </ActionForm>
    </Disclosure>
  );
}
