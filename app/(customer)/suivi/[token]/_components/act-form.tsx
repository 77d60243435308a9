import { getTranslations } from "next-intl/server";
import { cache, type ReactNode } from "react";
import { ActionForm } from "@/app/_components/ui/action-form";
import type { ActionState } from "@/lib/server/action-state";

type Props = {
  readonly id: string;
  readonly action: (previous: unknown, form: FormData) => Promise<ActionState>;
  readonly claimId: string;
  readonly replyId?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly className?: string;
  readonly children: ReactNode;
};

/** Said once for all the forms of a page: the same object in each is sent to the browser once. */
const actWords = cache(async () => {
  const [t, code] = await Promise.all([getTranslations("customer.reasons"), getTranslations("customer.code")]);
  return {
    reasons: {
      link_dead: t("link_dead"),
      not_found: t("not_found"),
      claim_closed: t("claim_closed"),
      claim_open: t("claim_open"),
      already_escalated: t("already_escalated"),
      already_answered: t("already_answered"),
      answered_anew: t("answered_anew"),
      nothing_to_answer: t("nothing_to_answer"),
      offer_withdrawn: t("offer_withdrawn"),
      already_done: t("already_done"),
      not_offered: t("not_offered"),
      same_situation: t("same_situation"),
      situation_open: t("situation_open"),
      delivery_before_dispatch: t("delivery_before_dispatch"),
      day_in_future: t("day_in_future"),
      day_before_order: t("day_before_order"),
      code_wrong: code("code_wrong"),
      code_no_address: code("code_no_address"),
      too_many_codes: code("too_many_codes"),
    },
    sentences: {
      day_in_future: t("day_in_future"),
      day_before_order: t("day_before_order"),
      code_wrong: code("code_wrong"),
    },
    codeSent: code("code_sent"),
  };
});

/** One act of the customer on a claim: a form of its own, with the sentences of every refusal. */
export async function ActForm({
  id,
  action,
  claimId,
  replyId,
  labels = {},
  className = "grid gap-stack",
  children,
}: Props) {
  const { reasons, sentences, codeSent } = await actWords();
  return (
    <ActionForm
      id={id}
      action={action}
      labels={labels}
      reasons={reasons}
      sentences={sentences}
      // An act that is done leads to the page anew: what is answered in place is that a code has left.
      done={codeSent}
      className={className}
    >
      <input type="hidden" name="claimId" value={claimId} />
      {replyId && <input type="hidden" name="replyId" value={replyId} />}
      {children}
    </ActionForm>
  );
}
