import { getTranslations } from "next-intl/server";
import type { ClaimPage } from "@/db/queries/claim-page";
import { localeFrom } from "@/lib/i18n/locale";
import { MESSAGES } from "@/lib/i18n/messages";
import { replyWording } from "@/lib/i18n/reply-wording";
import { paperOfReply } from "@/lib/replies/paper";
import { replyParagraphs } from "@/lib/replies/rendered";
import { writeParagraphs } from "@/lib/replies/write";
import { deliveryZone } from "./delivery-zone";
import { FileLinks } from "./file-links";
import { ReplyText } from "./reply-text";

type Props = { readonly reply: ClaimPage["replies"][number]; readonly page: ClaimPage };

/** An answer in the customer's language, word for word as the customer reads it, with what was attached. */
export async function ReplyBody({ reply, page }: Props) {
  const t = await getTranslations("invoices.papers");
  const locale = localeFrom(page.order.order.customerLocale);
  const attached = page.documents.filter((document) => document.replyId === reply.id);
  const context = {
    ...page.context,
    documents: page.context.documents.filter(({ id }) => attached.some((one) => one.id === id)),
  };
  const wording = replyWording(locale, deliveryZone(page.order.order), MESSAGES[locale].solutions);
  const { content } = reply;
  const paper = reply.status === "sent" ? paperOfReply(content) : null;
  const issued = [
    "invoiceId" in content ? content.invoiceId : undefined,
    "creditNoteId" in content ? content.creditNoteId : undefined,
  ];
  const invoices = page.invoices.filter((invoice) => issued.includes(invoice.id));
  return (
    <>
      <ReplyText paragraphs={writeParagraphs(replyParagraphs(content, context), wording)} />
      <FileLinks
        files={[
          ...(paper ? [{ href: `/api/claims/${page.claim.id}/papers/${reply.id}`, name: t(paper) }] : []),
          ...invoices.map(({ id, number }) => ({ href: `/api/invoices/${id}/pdf`, name: number })),
          ...attached.map(({ id, fileName }) => ({ href: `/api/documents/${id}`, name: fileName })),
        ]}
      />
    </>
  );
}
