import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ActionForm } from "@/app/_components/ui/action-form";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import type { IntakeField } from "@/lib/claims/intake";
import type { ActionState } from "@/lib/server/action-state";

type Props = {
  readonly question: IntakeField;
  readonly action: (previous: unknown, form: FormData) => Promise<ActionState>;
  readonly children: ReactNode;
};

/** The form of one question, with the sentences of every refusal. */
export async function IntakeForm({ question, action, children }: Props) {
  const t = await getTranslations("intake");
  return (
    <ActionForm
      id="precision"
      action={action}
      labels={{ [question]: t(`labels.${question}`) }}
      reasons={{
        link_dead: t("reasons.link_dead"),
        not_found: t("reasons.link_dead"),
        claim_closed: t("reasons.claim_closed"),
        not_asked: t("reasons.not_asked"),
        not_offered: t("reasons.not_offered"),
        day_in_future: t("reasons.day_in_future"),
        day_before_order: t("reasons.day_before_order"),
        too_many_versions: t("reasons.too_many_versions"),
        rate_limited: t("reasons.rate_limited"),
      }}
      sentences={{
        not_asked: t("reasons.not_asked"),
        not_offered: t("reasons.not_offered"),
        day_in_future: t("reasons.day_in_future"),
        day_before_order: t("reasons.day_before_order"),
        invalid_serial: t("reasons.invalid_serial"),
      }}
      className="grid gap-stack"
    >
      <input type="hidden" name="question" value={question} />
      {children}
      <div>
        <SubmitButton size="large">{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
