import { FileText, Paperclip } from "lucide-react";
import type { ReactNode } from "react";
import type { ClaimPage } from "@/db/queries/claim-page";
import { localeFrom } from "@/lib/i18n/locale";
import { MESSAGES } from "@/lib/i18n/messages";
import { replyWording } from "@/lib/i18n/reply-wording";
import { replyParagraphs } from "@/lib/replies/rendered";
import { writeParagraphs } from "@/lib/replies/write";
import { deliveryZone } from "./delivery-zone";
import { ReplyText } from "./reply-text";

type Props = { readonly reply: ClaimPage["replies"][number]; readonly page: ClaimPage };

/** An answer in the customer's language, word for word as the customer reads it, with what was attached. */
export function ReplyBody({ reply, page }: Props) {
  const locale = localeFrom(page.order.order.customerLocale);
  const attached = page.documents.filter((document) => document.replyId === reply.id);
  const context = {
    ...page.context,
    documents: page.context.documents.filter(({ id }) => attached.some((one) => one.id === id)),
  };
  const wording = replyWording(locale, deliveryZone(page.order.order), MESSAGES[locale].solutions);
  const { content } = reply;
  const issued = [
    "invoiceId" in content ? content.invoiceId : undefined,
    "creditNoteId" in content ? content.creditNoteId : undefined,
  ];
  const invoices = page.invoices.filter((invoice) => issued.includes(invoice.id));
  return (
    <>
      <ReplyText paragraphs={writeParagraphs(replyParagraphs(content, context), wording)} />
      {attached.length + invoices.length > 0 && (
        <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 whitespace-normal">
          {invoices.map((invoice) => (
            <FileLink
              key={invoice.id}
              href={`/api/invoices/${invoice.id}/pdf`}
              icon={<FileText aria-hidden className="size-4" />}
            >
              {invoice.number}
            </FileLink>
          ))}
          {attached.map((document) => (
            <FileLink
              key={document.id}
              href={`/api/documents/${document.id}`}
              icon={<Paperclip aria-hidden className="size-4" />}
            >
              {document.fileName}
            </FileLink>
          ))}
        </ul>
      )}
    </>
  );
}

function FileLink({
  href,
  icon,
  children,
}: {
  readonly href: string;
  readonly icon: ReactNode;
  readonly children: string;
}) {
  return (
    <li>
      <a href={href} className="prose-link inline-flex min-h-6 items-center gap-1.5">
        {icon}
        {children}
      </a>
    </li>
  );
}
