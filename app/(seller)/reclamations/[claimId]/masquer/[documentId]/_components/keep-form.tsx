"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/app/_components/ui/action-form";
import { LinkButton } from "@/app/_components/ui/link-button";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { blackOutAction } from "../actions";

type Props = { readonly claimId: string; readonly documentId: string; readonly zones: string };

/** Keeps what is shown above it. */
export function KeepForm({ claimId, documentId, zones }: Props) {
  const t = useTranslations("blackOut");
  return (
    <ActionForm
      id="masquer"
      action={blackOutAction}
      reasons={{
        not_found: t("refused.not_found"),
        not_a_picture: t("refused.not_a_picture"),
        already_sent: t("refused.already_sent"),
        already_replaced: t("refused.already_replaced"),
        disk_full: t("refused.disk_full"),
      }}
      className="mt-4 grid gap-3"
    >
      <input type="hidden" name="claimId" value={claimId} />
      <input type="hidden" name="documentId" value={documentId} />
      <input type="hidden" name="zones" value={zones} />
      <p className="max-w-prose text-sm text-ink-muted">{t("keep_effect")}</p>
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{t("keep")}</SubmitButton>
        <LinkButton href="#zones" variant="secondary">
          {t("correct")}
        </LinkButton>
      </div>
    </ActionForm>
  );
}
