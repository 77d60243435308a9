import { Building2, MessageSquareText, Send, StickyNote, UserRound } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Badge, StatusBadge } from "@/app/_components/ui/badge";
import { Section } from "@/app/_components/ui/card";
import { Timeline, type TimelineItem } from "@/app/_components/ui/timeline";
import type { ClaimPage } from "@/db/queries/claim-page";
import type { ListedReceipt } from "@/db/queries/journal-proofs";
import type { Member } from "@/db/queries/memberships";
import { formatInstant } from "@/lib/i18n/format";
import { FileLinks } from "./file-links";
import type { Reader } from "./reader";
import { ReplyBody } from "./reply-body";
import { ReplyReceipt } from "./reply-receipt";
import { WithdrawalForm } from "./requalify-form";

type Props = {
  readonly page: ClaimPage;
  readonly members: readonly Member[];
  readonly reader: Reader;
  readonly receipts: readonly ListedReceipt[];
  /** Whether a customer's message may be read as a withdrawal here. */
  readonly mayRequalify?: boolean;
};
type Dated = { readonly sentAt: string; readonly item: TimelineItem };

/** What was said, oldest first: both sides, the answers as the customer reads them, and the notes nobody else sees. */
export async function Conversation({ page, members, reader, receipts, mayRequalify }: Props) {
  const t = await getTranslations("claim.conversation");
  const nameOf = namesOf(page, members, t);
  const when = (at: string) => formatInstant(new Date(at), reader.zone, reader.locale, "long_without_year");
  const spoken = page.messages.map((message): Dated => {
    const isNote = message.visibility === "internal";
    return {
      sentAt: message.sentAt,
      item: {
        id: message.id,
        side: isNote ? "internal" : message.author === "seller" ? "own" : "other",
        icon: isNote ? StickyNote : ICONS[message.author],
        who: nameOf(message.author, message.actor),
        at: message.sentAt,
        when: when(message.sentAt),
        badge: isNote && <Badge look="border-soon-line bg-soon-soft text-soon">{t("note")}</Badge>,
        body: (
          <>
            {message.body}
            <FileLinks
              files={page.documents
                .filter(({ messageId }) => messageId === message.id)
                .map(({ id, fileName }) => ({ href: `/api/documents/${id}`, name: fileName }))}
            />
            {mayRequalify && message.author === "customer" && page.claim.situation !== "no_longer_wanted" && (
              <WithdrawalForm claimId={page.claim.id} messageId={message.id} when={when(message.sentAt)} />
            )}
          </>
        ),
      },
    };
  });
  const answered = page.replies.flatMap((reply): Dated[] => {
    if (reply.status !== "sent" || !reply.sentAt) return [];
    const receipt = receipts.find(({ replyId }) => replyId === reply.id);
    const item: TimelineItem = {
      id: reply.id,
      side: "own",
      icon: Send,
      who: nameOf("seller", reply.author),
      at: reply.sentAt,
      when: when(reply.sentAt),
      badge: <AnswerBadge reply={reply} />,
      body: (
        <>
          <ReplyBody reply={reply} page={page} />
          {receipt && <ReplyReceipt claimId={page.claim.id} receipt={receipt} reader={reader} />}
        </>
      ),
    };
    return [{ sentAt: reply.sentAt, item }];
  });
  const items = [...spoken, ...answered].sort((one, other) => one.sentAt.localeCompare(other.sentAt));
  return (
    <Section id="conversation" title={t("title")}>
      <Timeline label={t("title")} items={items.map(({ item }) => item)} />
    </Section>
  );
}

const ICONS = {
  customer: UserRound,
  seller: MessageSquareText,
  operator: Building2,
  system: MessageSquareText,
} as const;

const ANSWER_TONES = { accepted: "fine", refused: "late", chosen: "soon" } as const;

async function AnswerBadge({ reply }: { readonly reply: ClaimPage["replies"][number] }) {
  const [t, names, remedies] = await Promise.all([
    getTranslations("claim.conversation"),
    getTranslations("solutions.done_names"),
    getTranslations("solutions.remedies"),
  ]);
  const remedy = reply.chosenRemedy ? remedies(reply.chosenRemedy) : "";
  return (
    <>
      <Badge>{names(reply.solution)}</Badge>
      {reply.withdrawnAt && <StatusBadge tone="neutral">{t("answers.withdrawn")}</StatusBadge>}
      {reply.customerAnswer && (
        <StatusBadge tone={ANSWER_TONES[reply.customerAnswer]}>
          {t(`answers.${reply.customerAnswer}`, { remedy })}
        </StatusBadge>
      )}
    </>
  );
}

function namesOf(
  page: ClaimPage,
  members: readonly Member[],
  t: Awaited<ReturnType<typeof getTranslations<"claim.conversation">>>,
) {
  return (author: ClaimPage["messages"][number]["author"], actor: string): string => {
    if (author === "customer") return page.order.order.customerName;
    if (author === "operator" || actor.startsWith("operator:")) return page.marketplace.name;
    if (author === "system") return t("system");
    const member = members.find(({ userId }) => actor === `member:${userId}`);
    return member ? t("member", { name: member.name, seller: page.seller.name }) : page.seller.name;
  };
}
