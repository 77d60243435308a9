import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ReplyText } from "@/app/(seller)/reclamations/[claimId]/_components/reply-text";
import { toDate } from "@/lib/calendar/instant";
import { dayIn, formatDay } from "@/lib/i18n/format";
import { openCustomerPage } from "@/lib/server/customer-page";
import { addressLine } from "../../_components/address-line";
import { CustomerFrame } from "../../_components/customer-frame";
import { WithdrawnOffer } from "../../_components/withdrawn-offer";
import { writtenAnswer } from "../../written-answer";

type Props = { readonly params: Promise<{ readonly token: string; readonly replyId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await openCustomerPage((await params).token);
  const t = await getTranslations("customer.letter");
  return { title: t("title", { seller: page?.space.seller.name ?? "" }), robots: { index: false, follow: false } };
}

/** An answer as a letter, to be printed and kept. */
export default async function LetterPage({ params }: Props) {
  const { token, replyId } = await params;
  const page = await openCustomerPage(token);
  const shown = page?.space.claims.find(({ replies }) => replies.some((given) => given.id === replyId));
  const reply = shown?.replies.find((given) => given.id === replyId);
  if (!page) notFound();
  if (!shown || !reply) redirect(`/suivi/${token}`);
  const t = await getTranslations("customer.letter");
  const { space, reader } = page;
  const { order } = space.order;
  const { seller } = space;
  const postal = seller.contact?.postalAddress ?? (seller.legalIdentity && addressLine(seller.legalIdentity.address));
  const documents = space.documents.filter((document) => document.replyId === reply.id);
  const sentOn = formatDay(dayIn(toDate(reply.sentAt ?? reply.updatedAt), reader.zone), reader.locale);
  return (
    <CustomerFrame space={space}>
      <p className="no-print mb-4 flex flex-wrap items-center gap-x-6">
        <Link href={`/suivi/${token}`} className="prose-link inline-flex min-h-11 items-center">
          {t("back")}
        </Link>
        <span className="text-ink-muted">{t("how")}</span>
      </p>
      <article className="grid gap-6 rounded-lg border border-line bg-surface p-6 print:border-0 print:p-0">
        <h1 className="sr-only">{t("title", { seller: seller.name })}</h1>
        <div className="grid gap-6 sm:grid-cols-2 print:grid-cols-2">
          <address className="whitespace-pre-line not-italic">
            <span className="sr-only">{t("from")} </span>
            <strong>{seller.name}</strong>
            {postal && <span className="block">{postal}</span>}
            {seller.contact?.phone && <span className="block">{seller.contact.phone}</span>}
            {seller.contact?.email && <span className="block">{seller.contact.email}</span>}
          </address>
          <address className="not-italic sm:pt-10 print:pt-10">
            <span className="sr-only">{t("to")} </span>
            <strong>{order.shippingAddress.name}</strong>
            <span className="block">{addressLine(order.shippingAddress)}</span>
          </address>
        </div>
        <p className="sm:text-end print:text-end">{t("date", { day: sentOn })}</p>
        <p className="font-bold">{t("subject", { reference: shown.claim.reference, number: order.number })}</p>
        <WithdrawnOffer page={page} reply={reply} />
        <ReplyText paragraphs={writtenAnswer(page, shown, reply)} />
        <p>{seller.name}</p>
        {documents.length > 0 && (
          <div className="border-t border-line pt-3 text-sm">
            <p className="font-bold">{t("documents")}</p>
            <ul className="list-disc ps-5">
              {documents.map((document) => (
                <li key={document.id}>{document.fileName}</li>
              ))}
            </ul>
          </div>
        )}
      </article>
    </CustomerFrame>
  );
}
