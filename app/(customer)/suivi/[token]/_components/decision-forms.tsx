import { getTranslations } from "next-intl/server";
import { RadioGroup } from "@/app/_components/ui/choice-field";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import type { CustomerClaim } from "@/db/queries/customer-space";
import { toDate } from "@/lib/calendar/instant";
import { awaitsDecision } from "@/lib/claims/customer-status";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import { dueAfterYes } from "@/lib/replies/accepted-day";
import { acceptanceOf } from "@/lib/replies/solution";
import type { CustomerPage } from "@/lib/server/customer-page";
import { chooseAction, decideAction } from "../actions";
import { type CustomerReply, choicesOf } from "../choices";
import { ActForm } from "./act-form";
import { CodeField } from "./code-field";

type Props = { readonly page: CustomerPage; readonly shown: CustomerClaim; readonly reply: CustomerReply };

/** Yes or no to what is offered, or the choice the law leaves; once said, what was said. */
export async function DecisionForms({ page, shown, reply }: Props) {
  if (reply.customerAnswer) return <Said page={page} reply={reply} />;
  if (reply.withdrawnAt || shown.claim.state === "closed") return null;
  return (
    <>
      {awaitsDecision(reply) && <YesOrNo page={page} shown={shown} reply={reply} />}
      <Choice page={page} shown={shown} reply={reply} />
    </>
  );
}

async function Said({ page: { reader }, reply }: Pick<Props, "page" | "reply">) {
  const [t, remedies] = await Promise.all([getTranslations("customer.answer"), getTranslations("solutions.remedies")]);
  if (!reply.customerAnswer || !reply.customerAnsweredAt) return null;
  const at = formatInstant(toDate(reply.customerAnsweredAt), reader.zone, reader.locale);
  const remedy = reply.chosenRemedy ? remedies(reply.chosenRemedy) : "";
  return (
    <p className="mt-4 rounded-md border border-line bg-primary-soft p-3 font-semibold">
      {t(reply.customerAnswer, { at, remedy })}
    </p>
  );
}

async function YesOrNo({ page, shown, reply }: Props) {
  const t = await getTranslations("customer.decide");
  const { space, scope, token } = page;
  const seller = space.seller.name;
  const id = `decision-${shown.claim.reference}`;
  const isConsumer = space.order.order.customerKind === "consumer";
  return (
    <section
      aria-labelledby={`${id}-titre`}
      className="no-print mt-4 rounded-md border-2 border-urgent-line bg-urgent-soft p-4"
    >
      <h4 id={`${id}-titre`} className="text-lg font-bold">
        {t("title")}
      </h4>
      <p className="mt-1">
        {acceptanceOf(reply.solution) === "required" ? t("effect_required", { seller }) : t("effect_proof", { seller })}
      </p>
      <ToldTooEarly page={page} shown={shown} reply={reply} />
      {isConsumer && <p className="mt-1">{t("guarantees")}</p>}
      <ActForm
        id={id}
        action={decideAction.bind(null, token)}
        claimId={shown.claim.id}
        replyId={reply.id}
        className="mt-3 grid gap-stack"
      >
        <CodeField scope={scope} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="answer" value="accepted" size="large">
            {t("accept")}
          </SubmitButton>
          <SubmitButton name="answer" value="refused" variant="secondary" size="large">
            {t("refuse")}
          </SubmitButton>
        </div>
      </ActForm>
    </section>
  );
}

/** The day told in the answer is over, or too near for a yes said today: the day that a yes gives instead. */
async function ToldTooEarly({ page: { space, reader }, shown, reply }: Props) {
  const t = await getTranslations("customer.decide");
  const proposed = shown.commitments.find(({ replyId, status }) => replyId === reply.id && status === "proposed");
  if (!proposed?.dueOn) return null;
  const day = dueAfterYes(proposed.dueOn, reader.today);
  if (day === proposed.dueOn) return null;
  const values = { seller: space.seller.name, day: formatDay(day, reader.locale) };
  return <p className="mt-1 font-semibold">{t(proposed.dueOn < reader.today ? "day_over" : "day_moves", values)}</p>;
}

async function Choice({ page, shown, reply }: Props) {
  const choices = choicesOf(shown, reply);
  if (choices.length === 0) return null;
  const [t, remedies] = await Promise.all([getTranslations("customer.decide"), getTranslations("solutions.remedies")]);
  const id = `choix-${shown.claim.reference}`;
  return (
    <section aria-labelledby={`${id}-titre`} className="no-print mt-4 border-t border-line pt-4">
      <h4 id={`${id}-titre`} className="text-lg font-bold">
        {t("choose_title")}
      </h4>
      <ActForm
        id={id}
        action={chooseAction.bind(null, page.token)}
        claimId={shown.claim.id}
        replyId={reply.id}
        labels={{ remedy: t("choose_title") }}
        className="mt-2 grid gap-stack"
      >
        <RadioGroup
          name="remedy"
          legend={<span className="sr-only">{t("choose_title")}</span>}
          hint={t("choose_hint")}
          look="cards"
          choices={choices.map((remedy) => ({
            value: remedy,
            label: <span className="inline-block first-letter:uppercase">{remedies(remedy)}</span>,
          }))}
        />
        <CodeField scope={page.scope} />
        <div>
          <SubmitButton variant="secondary">{t("choose")}</SubmitButton>
        </div>
      </ActForm>
    </section>
  );
}
