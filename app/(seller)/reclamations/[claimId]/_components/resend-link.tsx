"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Disclosure } from "@/app/_components/ui/disclosure";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { resendLinkAction } from "../actions";

/** The customer lost the mail: the link goes again to its address, which only the operator changes. */
export function ResendLink({ claimId }: { readonly claimId: string }) {
  const t = useTranslations("claim.link");
  return (
    <Disclosure summary={t("title")}>
      <ActionForm
        id="renvoi-lien"
        action={resendLinkAction}
        reasons={{ not_found: t("not_found"), no_address: t("no_address"), just_sent: t("just_sent") }}
        done={t("done")}
        className="grid gap-3"
      >
        <input type="hidden" name="claimId" value={claimId} />
        <p className="text-sm text-ink-muted">{t("lead")}</p>
        <SubmitButton variant="secondary" className="justify-self-start">
          {t("submit")}
        </SubmitButton>
      </ActionForm>
    </Disclosure>
  );
}
