import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Section } from "@/app/_components/ui/card";
import { Disclosure } from "@/app/_components/ui/disclosure";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import type { PolicyDraft } from "@/db/queries/policy-versions";
import { formatDay } from "@/lib/i18n/format";
import { endPolicyDraftAction, publishPolicyAction } from "../actions";
import { refusalWords } from "./refusal-words";

type Props = { readonly draft: PolicyDraft; readonly isAuthor: boolean };

/** Another admin publishes what is shown; anyone of them may give it up. */
export async function PublishSection({ draft, isAuthor }: Props) {
  const [t, locale, words] = await Promise.all([getTranslations("policy.draft"), getLocale(), refusalWords()]);
  return (
    <Section id="publier" title={t("publish")}>
      {isAuthor ? (
        <p>{t("own")}</p>
      ) : (
        <ActionForm id="form-publier" action={publishPolicyAction} reasons={words} className="grid gap-stack">
          <input type="hidden" name="revision" value={draft.revision} />
          <p className="max-w-prose">{t("publish_lead", { on: formatDay(draft.effectiveOn, locale) })}</p>
          <div>
            <SubmitButton>{t("publish_submit", { version: draft.basedOn + 1 })}</SubmitButton>
          </div>
        </ActionForm>
      )}
      <Disclosure summary={t("end")} className="mt-4">
        <ActionForm id="form-abandonner" action={endPolicyDraftAction} reasons={words} className="grid gap-stack">
          <p className="text-ink-muted">{t("end_lead")}</p>
          <div>
            <SubmitButton variant="danger">{t("end")}</SubmitButton>
          </div>
        </ActionForm>
      </Disclosure>
    </Section>
  );
}
