import type { MemberRole } from "@/lib/auth/role";
import { addDays } from "@/lib/calendar/civil-day";
import { fromEpochMs, type Instant, toEpochMs } from "@/lib/calendar/instant";
import { instantOfLocalTime } from "@/lib/calendar/local-time";
import { localTime, type ZoneId } from "@/lib/calendar/zone";
import type { MailTemplate } from "@/lib/notifications/mail-content";
import type { NoticeKind } from "@/lib/notifications/notice-kind";

export const NOTICE_MODES = ["now", "digest", "none"] as const;
export type NoticeMode = (typeof NOTICE_MODES)[number];

/** What a member chose otherwise than the product's defaults. */
export type NoticeChoices = Partial<Readonly<Record<NoticeKind, NoticeMode>>>;

const AT_ONCE: readonly NoticeKind[] = ["overdue", "contested", "operator"];

/** Who answers claims is told by default; who only reads them, when they ask for it. */
export function defaultMode(kind: NoticeKind, role: MemberRole): NoticeMode {
  if (role !== "owner" && role !== "agent") return "none";
  return AT_ONCE.includes(kind) ? "now" : "digest";
}

export function modeOf(kind: NoticeKind, { role, choices }: Reader): NoticeMode {
  return choices?.[kind] ?? defaultMode(kind, role);
}

type Reader = { readonly role: MemberRole; readonly choices: NoticeChoices | null };

const KIND_OF_TEMPLATE: Partial<Record<MailTemplate, NoticeKind>> = {
  claim_opened_for_seller: "new_claim",
  clock_overdue: "overdue",
  clock_due_today: "due_today",
  clock_due_tomorrow: "due_tomorrow",
  delivery_contested: "contested",
  help_asked: "operator",
  operator_wrote_to_seller: "operator",
  mail_bounced: "undelivered",
};

/** What kind of news a mail to the seller brings; whatever a customer says or decides is an answer of theirs. */
export function noticeKindOf(template: MailTemplate): NoticeKind {
  return KIND_OF_TEMPLATE[template] ?? "customer_answer";
}

/** Hours of the member's own day at which a digest leaves. */
export const DIGEST_HOURS = [8, 14] as const;

/** The last instant at which a digest was due, in the member's zone. */
export function lastDigestSlot(now: Instant, zone: ZoneId): Instant {
  const { day, hour } = localTime(now, zone);
  const past = DIGEST_HOURS.filter((slot) => slot <= hour).at(-1);
  const slot = past === undefined ? slotOn(addDays(day, -1), DIGEST_HOURS[1]) : slotOn(day, past);
  const at = instantOfLocalTime(slot, zone);
  if (at === undefined) throw new Error(`No such local time: ${slot} (${zone})`);
  return at;
}

function slotOn(day: string, hour: number): string {
  return `${day}T${String(hour).padStart(2, "0")}:00`;
}

/** News written this shortly before a digest may not be committed yet when it is made: they wait for the next one. */
const SETTLING_MS = 120_000;

/** The end of what a digest tells: a little before its slot. */
export function settledBefore(slot: Instant): Instant {
  return fromEpochMs(toEpochMs(slot) - SETTLING_MS);
}
