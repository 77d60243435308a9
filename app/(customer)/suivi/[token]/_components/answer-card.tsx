import { FileDown, Printer } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/app/_components/ui/link-button";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { DocumentList } from "@/app/_components/upload/document-list";
import { ReplyText } from "@/app/(seller)/reclamations/[claimId]/_components/reply-text";
import type { CustomerClaim } from "@/db/queries/customer-space";
import { toDate } from "@/lib/calendar/instant";
import { formatInstant } from "@/lib/i18n/format";
import { paperOfReply } from "@/lib/replies/paper";
import type { CustomerPage } from "@/lib/server/customer-page";
import { readAction } from "../actions";
import type { CustomerReply } from "../choices";
import { writtenAnswer } from "../written-answer";
import { ActForm } from "./act-form";
import { DecisionForms } from "./decision-forms";
import { WithdrawnOffer } from "./withdrawn-offer";

type Props = { readonly page: CustomerPage; readonly shown: CustomerClaim; readonly reply: CustomerReply };

/** The seller's last answer, whole, with what the customer can say to it. */
export async function AnswerCard({ page, shown, reply }: Props) {
  const [t, papers] = await Promise.all([getTranslations("customer.answer"), getTranslations("invoices.papers")]);
  const paper = paperOfReply(reply.content);
  const files = await getTranslations("customer.documents");
  const { space, token, reader } = page;
  const { locale, zone } = reader;
  const documents = space.documents.filter((document) => document.replyId === reply.id);
  const readAt = shown.acts.find((act) => act.type === "answer_opened" && act.replyId === reply.id)?.at;
  const id = `reponse-${shown.claim.reference}`;
  return (
    <section aria-labelledby={id} className="rounded-md border border-line bg-surface p-4 shadow-card">
      <h3 id={id} className="text-lg font-bold">
        {t("title")}
      </h3>
      {reply.sentAt && (
        <p className="text-ink-muted">{t("sent", { at: formatInstant(toDate(reply.sentAt), zone, locale) })}</p>
      )}
      <WithdrawnOffer page={page} reply={reply} />
      <div className="mt-3 max-w-prose">
        <ReplyText paragraphs={writtenAnswer(page, shown, reply)} />
      </div>
      {documents.length > 0 && (
        <div className="mt-4">
          <h4 className="mb-1.5 font-bold">{t("documents")}</h4>
          <DocumentList documents={documents} address={`/api/suivi/${token}/documents`} isNoted />
          <p className="no-print mt-1.5 text-sm text-ink-muted">{files("noted", { seller: space.seller.name })}</p>
        </div>
      )}
      {paper && (
        <p className="mt-4">
          <a
            href={`/suivi/${token}/papiers/${reply.id}`}
            className="prose-link inline-flex min-h-11 items-center gap-2 font-semibold"
          >
            <FileDown aria-hidden className="size-5" />
            {papers(paper)}
          </a>
        </p>
      )}
      <DecisionForms page={page} shown={shown} reply={reply} />
      <div className="no-print mt-4 grid gap-3 border-t border-line pt-3">
        <div className="flex flex-wrap items-start gap-3">
          <LinkButton href={`/suivi/${token}/reponses/${reply.id}`} variant="secondary" prefetch={false}>
            <Printer aria-hidden />
            {t("print")}
          </LinkButton>
          {!readAt && (
            <ActForm
              id={`lu-${shown.claim.reference}`}
              action={readAction.bind(null, token)}
              claimId={shown.claim.id}
              replyId={reply.id}
            >
              <SubmitButton variant="quiet">{t("read")}</SubmitButton>
            </ActForm>
          )}
        </div>
        <p className="text-sm text-ink-muted">
          {readAt ? t("read_at", { at: formatInstant(toDate(readAt), zone, locale) }) : t("read_hint")}
        </p>
      </div>
    </section>
  );
}
