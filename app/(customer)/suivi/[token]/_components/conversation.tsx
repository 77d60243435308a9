import { Building2, MessageSquare, Store, UserRound } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Badge } from "@/app/_components/ui/badge";
import { Timeline, type TimelineItem, type TimelineSide } from "@/app/_components/ui/timeline";
import { FileLinks } from "@/app/(seller)/reclamations/[claimId]/_components/file-links";
import { ReplyText } from "@/app/(seller)/reclamations/[claimId]/_components/reply-text";
import type { CustomerClaim } from "@/db/queries/customer-space";
import { type Instant, toDate } from "@/lib/calendar/instant";
import { formatInstant } from "@/lib/i18n/format";
import type { CustomerPage } from "@/lib/server/customer-page";
import { writtenAnswer } from "../written-answer";

type Props = { readonly page: CustomerPage; readonly shown: CustomerClaim };
type Message = CustomerClaim["messages"][number];

const LOOKS = {
  customer: { side: "own", icon: UserRound },
  seller: { side: "other", icon: Store },
  operator: { side: "other", icon: Building2 },
  system: { side: "system", icon: MessageSquare },
} as const satisfies Record<Message["author"], { side: TimelineSide; icon: typeof Store }>;

/** Everything that was said, oldest first; the last answer is above, in full. */
export async function Conversation({ page, shown }: Props) {
  const t = await getTranslations("customer.conversation");
  const { space, reader } = page;
  const names = { customer: t("you"), seller: space.seller.name, operator: space.marketplace.name, system: "" };
  const when = (at: Instant) => formatInstant(toDate(at), reader.zone, reader.locale);
  const said = shown.messages.map(
    (message): TimelineItem => ({
      id: message.id,
      ...LOOKS[message.author],
      who: names[message.author],
      at: message.sentAt,
      when: when(message.sentAt),
      badge:
        message.locale === reader.locale ? undefined : (
          <Badge>{message.locale === "en" ? t("in_english") : t("in_french")}</Badge>
        ),
      body: (
        <>
          <span lang={message.locale === reader.locale ? undefined : message.locale}>{message.body}</span>
          <FileLinks
            files={space.documents
              .filter(({ messageId }) => messageId === message.id)
              .map(({ id, fileName }) => ({ href: `/api/suivi/${page.token}/documents/${id}`, name: fileName }))}
          />
        </>
      ),
    }),
  );
  const answered = shown.replies.slice(0, -1).flatMap((reply): TimelineItem[] =>
    reply.sentAt
      ? [
          {
            id: reply.id,
            ...LOOKS.seller,
            who: names.seller,
            at: reply.sentAt,
            when: when(reply.sentAt),
            badge: <Badge>{t("seller_answer")}</Badge>,
            body: <ReplyText paragraphs={writtenAnswer(page, shown, reply)} />,
          },
        ]
      : [],
  );
  const items = [...said, ...answered].sort((one, other) => one.at.localeCompare(other.at));
  return (
    <section aria-labelledby={`echanges-${shown.claim.reference}`} className="grid gap-3">
      <h3 id={`echanges-${shown.claim.reference}`} className="text-lg font-bold">
        {t("title")}
      </h3>
      {shown.claim.recordedBy === "seller" && <p>{t("recorded_hint", { seller: space.seller.name })}</p>}
      <Timeline label={t("label")} items={items} />
    </section>
  );
}
