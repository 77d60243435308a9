import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Alert } from "@/app/_components/ui/alert";
import { Button } from "@/app/_components/ui/button";
import { Card } from "@/app/_components/ui/card";
import { RadioGroup } from "@/app/_components/ui/choice-field";
import { DescriptionList } from "@/app/_components/ui/description-list";
import { Disclosure } from "@/app/_components/ui/disclosure";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { MailStatusBadge } from "@/app/(admin)/courriels/_components/mail-status-badge";
import { listAskedAddresses, listCandidateOrders, type Submission } from "@/db/queries/submissions";
import { mayAdministerMarketplace } from "@/lib/auth/permissions";
import type { AdminScope } from "@/lib/auth/scope";
import { toDate } from "@/lib/calendar/instant";
import { type SubmittedIdentity, submittedIdentity } from "@/lib/claims/schema";
import { readerFormat } from "@/lib/i18n/reader-format";
import { attachAction, dismissAction } from "../actions";

type Props = {
  readonly scope: AdminScope;
  readonly submission: Submission;
  /** Another number the operator looks for, in place of the one that was typed. */
  readonly searched?: string | undefined;
};

/** One submission, the orders it could be about, and the two ways to settle it. */
export async function SubmissionCard({ scope, submission, searched }: Props) {
  const [t, format] = await Promise.all([getTranslations("triage"), readerFormat()]);
  const { submittedAt, situation, message } = submission;
  const identity = submittedIdentity.parse(submission.identity);
  const isWithdrawal = identity.by === "withdrawal";
  const title = isWithdrawal
    ? t("withdrawal")
    : (await getTranslations("publicClaim"))(`situations.${situation}.title`);
  return (
    <Card>
      <h2 className="text-xl font-bold">{title}</h2>
      <p className="mb-stack text-ink-muted">{t("sent", { at: format.instant(toDate(submittedAt)) })}</p>
      <div className="grid gap-6 lg:grid-cols-2">
        <div className="min-w-0">
          <DescriptionList
            facts={[
              { term: t("order_number"), value: submission.orderNumber },
              {
                term: t("who"),
                value: t(`identity.${identity.by}`, identityWords(identity)),
              },
            ]}
          />
          <p className="mt-3 max-w-prose whitespace-pre-line rounded-md border border-line bg-page p-3">{message}</p>
        </div>
        <Settling scope={scope} submission={submission} searched={searched} />
      </div>
    </Card>
  );
}

async function Settling({ scope, submission, searched }: Props) {
  const t = await getTranslations("triage");
  const number = searched || submission.orderNumber;
  const candidates = await listCandidateOrders(scope, number);
  const mayWrite = mayAdministerMarketplace(scope);
  return (
    <div className="grid min-w-0 content-start gap-4">
      <Asked scope={scope} submissionId={submission.id} orderIds={candidates.map(({ orderId }) => orderId)} />
      {candidates.length === 0 && <p className="text-ink-muted">{t("no_candidate", { number })}</p>}
      {candidates.length > 0 && <Candidates submission={submission} candidates={candidates} mayWrite={mayWrite} />}
      <Disclosure summary={t("search")} open={candidates.length === 0}>
        <form className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="envoi" value={submission.id} />
          <div className="grid gap-1">
            <label htmlFor={`numero-${submission.id}`} className="font-semibold">
              {t("order_number")}
            </label>
            <input id={`numero-${submission.id}`} name="numero" defaultValue={searched} className="control" />
          </div>
          <Button type="submit" variant="secondary">
            {t("search_submit")}
          </Button>
        </form>
      </Disclosure>
      {mayWrite && <Dismissing submissionId={submission.id} />}
    </div>
  );
}

type AskedProps = {
  readonly scope: AdminScope;
  readonly submissionId: string;
  readonly orderIds: readonly string[];
};

/** That the customer was already asked, by mail, which order is meant: the operator may wait for them. */
async function Asked({ scope, submissionId, orderIds }: AskedProps) {
  const mails = await listAskedAddresses(scope, submissionId, orderIds);
  if (mails.length === 0) return null;
  const [t, format] = await Promise.all([getTranslations("triage.asked"), readerFormat()]);
  return (
    <Alert title={t("title")}>
      <ul>
        {mails.map(({ id, recipient, status, createdAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-2 wrap-anywhere">
            <Link href={`/courriels/${id}`} className="prose-link">
              {t("mail", { email: recipient, at: format.instant(toDate(createdAt)) })}
            </Link>
            <MailStatusBadge status={status} />
          </li>
        ))}
      </ul>
      <p>{t("wait")}</p>
    </Alert>
  );
}

type CandidatesProps = {
  readonly submission: Submission;
  readonly candidates: Awaited<ReturnType<typeof listCandidateOrders>>;
  readonly mayWrite: boolean;
};

async function Candidates({ submission, candidates, mayWrite }: CandidatesProps) {
  const [t, format, locale] = await Promise.all([getTranslations("triage"), readerFormat(), getLocale()]);
  const words = candidates.map((order) => ({
    value: `${order.sellerId}/${order.number}`,
    label: t("candidate", {
      customer: order.customerName,
      seller: order.sellerName,
      number: order.number,
      day: format.day(toDate(order.placedAt)),
    }),
  }));
  if (!mayWrite) {
    return (
      <ul lang={locale} className="list-disc ps-5">
        {words.map((order) => (
          <li key={order.value}>{order.label}</li>
        ))}
      </ul>
    );
  }
  return (
    <ActionForm
      id={`rattacher-${submission.id}`}
      action={attachAction}
      reasons={{
        not_found: t("reasons.not_found"),
        order_not_found: t("reasons.order_not_found"),
        sent_before_order: t("reasons.sent_before_order"),
        delivery_before_dispatch: t("reasons.delivery_before_dispatch"),
      }}
      sentences={{ required: t("reasons.required") }}
      className="grid gap-stack"
    >
      <input type="hidden" name="submissionId" value={submission.id} />
      <RadioGroup name="order" legend={t("candidates")} look="cards" choices={words} />
      <div>
        <SubmitButton>{t("attach")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

async function Dismissing({ submissionId }: { readonly submissionId: string }) {
  const t = await getTranslations("triage");
  return (
    <Disclosure summary={t("dismiss_more")}>
      <p className="mb-2">{t("dismiss_hint")}</p>
      <ActionForm id={`ecarter-${submissionId}`} action={dismissAction} reasons={{ not_found: t("reasons.not_found") }}>
        <input type="hidden" name="submissionId" value={submissionId} />
        <SubmitButton variant="danger">{t("dismiss")}</SubmitButton>
      </ActionForm>
    </Disclosure>
  );
}

function identityWords(identity: SubmittedIdentity) {
  const facts: Partial<Record<"email" | "name" | "postcode", string>> =
    identity.by === "withdrawal" ? { name: identity.name, email: identity.email } : identity;
  return { email: facts.email ?? "", name: facts.name ?? "", postcode: facts.postcode ?? "" };
}
