import { getTranslations } from "next-intl/server";
import { Alert } from "@/app/_components/ui/alert";
import { Section } from "@/app/_components/ui/card";
import type { ClaimPage } from "@/db/queries/claim-page";
import type { Member } from "@/db/queries/memberships";
import { listTemplatesFor } from "@/db/queries/reply-templates";
import { listReturnProfiles } from "@/db/queries/sellers";
import type { SellerScope } from "@/lib/auth/scope";
import { formatInstant } from "@/lib/i18n/format";
import { localeFrom } from "@/lib/i18n/locale";
import { MESSAGES } from "@/lib/i18n/messages";
import type { SellerVat } from "@/lib/orders/warnings";
import { likeliestSolution } from "@/lib/replies/likeliest";
import { solutionsFor } from "@/lib/replies/solution";
import { recordingReasonOf } from "../../../_components/recording-reason";
import { VatDoubts } from "../../../_components/vat-doubts";
import { attachableOf } from "./composer/attachable";
import type { ComposerData } from "./composer/composer-data";
import { firstValues, writtenBefore } from "./composer/first-values";
import { ReplyComposer } from "./composer/reply-composer";
import { templateValues } from "./composer/template-values";
import { isAnotherAnswerAwaited } from "./customer-decision";
import { deliveryZone } from "./delivery-zone";
import { InvoiceChecks } from "./invoice-checks";
import type { Reader } from "./reader";

type Props = {
  readonly page: ClaimPage;
  readonly scope: SellerScope;
  readonly members: readonly Member[];
  readonly reader: Reader;
  /** `?solution=`, chosen without JavaScript or kept in the address. */
  readonly chosen: unknown;
};

/** Where the answer is written. */
export async function ComposerSection({ page, scope, members, reader, chosen }: Props) {
  const t = await getTranslations("reply");
  const [profile] = await listReturnProfiles(scope);
  const { situation, phase } = page.claim;
  const solutions = solutionsFor(situation, phase);
  const before = writtenBefore(page);
  const initial =
    solutions.find((solution) => solution === chosen) ??
    solutions.find((solution) => solution === before?.content.solution) ??
    likeliestSolution(page.context);
  if (!initial) return null;
  const isSettled = !before && chosen === undefined && isAnswered(page);
  const data = await composerData({ page, scope, members, reader, initial });
  const asksInvoice = situation === "invoice_request";
  const elsewhere = recordingReasonOf(page.order.order, page.seller, reader.now);
  const values = firstValues(page, { profile, solutions, locale: reader.locale });
  return (
    <Section id="reponse-au-client" title={t("title")} lead={t(isSettled ? "answered_lead" : "lead")}>
      {asksInvoice && !isInvoiced(page) && elsewhere && (
        <Alert className="mb-stack">{t(`invoice.reasons.${elsewhere}`)}</Alert>
      )}
      {data.mayIssueInvoice && asksInvoice && (
        <VatDoubts order={page.order.order} lines={page.order.lines} seller={sellerVat(page)} />
      )}
      <InvoiceChecks page={page} scope={scope} />
      <ReplyComposer key={page.claim.id} data={{ ...data, values, isSettled, restoredFrom: before?.from ?? null }} />
    </Section>
  );
}

function isInvoiced({ invoices, order }: ClaimPage): boolean {
  return invoices.some(({ kind }) => kind === "invoice") || order.order.externalInvoiceNumber !== null;
}

function sellerVat({ seller: { legalIdentity } }: ClaimPage): SellerVat {
  return { vatRegime: legalIdentity?.vatRegime, address: legalIdentity?.address };
}

/** Nothing that only a structured answer could stop is still awaited, and the customer did not ask for another one. */
function isAnswered({ replies, clocks }: ClaimPage): boolean {
  if (isAnotherAnswerAwaited({ replies })) return false;
  const awaited = clocks.some(
    ({ kind, stoppedAt, cancelledAt }) =>
      (kind === "reply" || kind === "proof_of_delivery") && !stoppedAt && !cancelledAt,
  );
  return !awaited && replies.some(({ status }) => status === "sent");
}

async function composerData({
  page,
  scope,
  members,
  reader,
  initial,
}: Pick<Props, "page" | "scope" | "members" | "reader"> & {
  readonly initial: ComposerData["initial"];
}): Promise<Omit<ComposerData, "values" | "restoredFrom" | "isSettled">> {
  const names = await getTranslations("solutions");
  const { claim, order, seller } = page;
  const locale = localeFrom(order.order.customerLocale);
  const issued = page.invoices.map(({ id, kind, number }) => ({ id, kind, number }));
  return {
    claimId: claim.id,
    orderNumber: order.order.number,
    revision: claim.revision,
    zone: deliveryZone(order.order),
    solutions: solutionsFor(claim.situation, claim.phase).map((value) => ({
      value,
      name: names(`names.${value}`),
      hint: names(`hints.${value}`),
    })),
    initial,
    context: page.context,
    attachable: attachableOf(page.documents),
    issued,
    mayIssueInvoice: !isInvoiced(page) && recordingReasonOf(order.order, seller, reader.now) === undefined,
    mayCorrectInvoice: seller.invoicingMode === "issued_here" && issued.some(({ kind }) => kind === "invoice"),
    lastAnswer: lastAnswerOf(page, members, reader),
    templates: await listTemplatesFor(scope, claim.situation, locale),
    templateValues: templateValues(page, reader, locale),
    customer: { name: order.order.customerName, locale },
    customerWords: MESSAGES[locale].solutions,
    words: { fields: MESSAGES[reader.locale].replyFields, missing: MESSAGES[reader.locale].missing },
  };
}

function lastAnswerOf(
  page: ClaimPage,
  members: readonly Member[],
  { zone, locale }: Reader,
): ComposerData["lastAnswer"] {
  const last = page.replies.findLast(({ status }) => status === "sent");
  if (!last?.sentAt) return null;
  const member = members.find(({ userId }) => last.author === `member:${userId}`);
  return {
    who: member?.name ?? page.seller.name,
    when: formatInstant(new Date(last.sentAt), zone, locale, "long_without_year"),
  };
}
