import { getTranslations } from "next-intl/server";
import { Alert } from "@/app/_components/ui/alert";
import { LinkButton } from "@/app/_components/ui/link-button";
import type { ClaimPage } from "@/db/queries/claim-page";
import { formatInstant, formatList } from "@/lib/i18n/format";
import { formatBound } from "@/lib/i18n/time-left";
import { type Remedy, solutionForRemedy } from "@/lib/replies/remedy";
import type { Reader } from "./reader";

type Props = { readonly page: ClaimPage; readonly reader: Reader; readonly mayAnswer: boolean };

/** The last answer was refused, taken back, or another remedy chosen: what is awaited now is another answer. */
export function isAnotherAnswerAwaited({ replies }: Pick<ClaimPage, "replies">): boolean {
  const last = replies.findLast(({ status }) => status === "sent");
  return last?.customerAnswer === "chosen" || last?.customerAnswer === "refused" || Boolean(last?.withdrawnAt);
}

/** The customer refused the last answer or chose another remedy: what that ends, what comes next, and until when. */
export async function CustomerDecision({ page, reader, mayAnswer }: Props) {
  const last = page.replies.findLast(({ status }) => status === "sent");
  const answer = last?.customerAnswer;
  if (page.claim.state === "closed") return null;
  if (last?.withdrawnAt) return <Withdrawn page={page} at={last.withdrawnAt} reader={reader} mayAnswer={mayAnswer} />;
  if (!last?.customerAnsweredAt || (answer !== "chosen" && answer !== "refused")) return null;
  const [t, remedies, kinds] = await Promise.all([
    getTranslations("claim.decision"),
    getTranslations("solutions.remedies"),
    getTranslations("claim.commitments.kinds"),
  ]);
  const { locale, zone } = reader;
  const ended = page.commitments.filter(
    ({ replyId, status }) => replyId === last.id && (status === "withdrawn" || status === "refused"),
  );
  const at = formatInstant(new Date(last.customerAnsweredAt), zone, locale, "long_without_year");
  const remedy = last.chosenRemedy ? remedies(last.chosenRemedy) : "";
  const names = formatList([...new Set(ended.map(({ kind }) => kinds(kind)))], locale);
  return (
    <Alert
      kind="warning"
      className="mb-stack"
      title={t(`title.${answer}`, { remedy })}
      actions={mayAnswer && <Next page={page} remedy={last.chosenRemedy} />}
    >
      <p>
        {t("when", { at })} {ended.length > 0 && t("ended", { promises: names, count: ended.length })}
      </p>
      <Due page={page} reader={reader} remedy={remedy} />
    </Alert>
  );
}

/** Nobody may say yes to the offer any more: another answer is due. */
async function Withdrawn({ page, at, reader, mayAnswer }: Props & { readonly at: string }) {
  const t = await getTranslations("claim.decision");
  const when = formatInstant(new Date(at), reader.zone, reader.locale, "long_without_year");
  return (
    <Alert
      kind="warning"
      className="mb-stack"
      title={t("title.withdrawn")}
      actions={mayAnswer && <Next page={page} remedy={null} />}
    >
      <p>{t("withdrawn_when", { at: when })}</p>
      <Due page={page} reader={reader} remedy="" />
    </Alert>
  );
}

async function Due({ page, reader, remedy }: Omit<Props, "mayAnswer"> & { readonly remedy: string }) {
  const t = await getTranslations("claim.decision");
  const clock = page.clocks.find(
    ({ kind, stoppedAt, cancelledAt }) => kind === "next_reply" && !stoppedAt && !cancelledAt,
  );
  const bound = clock && formatBound(new Date(clock.dueBefore), clock.zone, reader.locale, { readerZone: reader.zone });
  const chosen = remedy === "" ? "no" : "yes";
  return (
    <p className="font-semibold">{bound ? t("next_due", { chosen, remedy, bound }) : t("next", { chosen, remedy })}</p>
  );
}

/** The answer that carries the choice out, already opened in the composer. */
async function Next({ page, remedy }: { readonly page: ClaimPage; readonly remedy: Remedy | null }) {
  const [t, names] = await Promise.all([getTranslations("claim.decision"), getTranslations("solutions.names")]);
  const solution = remedy && solutionForRemedy(remedy, page.claim.situation);
  return solution ? (
    <LinkButton href={`/reclamations/${page.claim.id}?solution=${solution}#reponse-au-client`}>
      {t("answer_with", { solution: names(solution) })}
    </LinkButton>
  ) : (
    <LinkButton href="#reponse-au-client">{t("answer_again")}</LinkButton>
  );
}
