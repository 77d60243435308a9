import type { AppealOutcome, Effect } from "@/lib/compliance/alert";
import type { ThresholdMeasure } from "@/lib/compliance/threshold";
import type { DeadlineKind } from "@/lib/deadlines/rule";
import type { FileRefusal } from "@/lib/evidence/verification";
import type { NoticeKind } from "@/lib/notifications/notice-kind";
import type { OrderChoice } from "@/lib/notifications/order-choice";
import type { CommitmentKind } from "@/lib/replies/commitment";
import type { Remedy } from "@/lib/replies/remedy";

/**
 * A value a mail's sentences are filled with: text, a number, or what is written in the reader's language: a day, an
 * instant, the name of a clock, why a file was refused, orders to choose from, a promise, the news of
 * a digest.
 */
export type MailValue =
  | string
  | number
  | { readonly day: string }
  | { readonly instant: string; readonly zone: string }
  | { readonly clock: DeadlineKind }
  | { readonly measure: ThresholdMeasure }
  | { readonly effect: Effect }
  | { readonly appeal: AppealOutcome }
  | { readonly remedy: Remedy }
  | { readonly fileRefusal: FileRefusal }
  | { readonly choices: readonly OrderChoice[] }
  | { readonly promise: CommitmentKind }
  | { readonly notices: readonly NoticeLine[] };

/** One piece of news in a digest: told by the subject of the mail it would have been. */
export type NoticeLine = MailContent & { readonly kind: NoticeKind; readonly claimId: string };

export const MAIL_TEMPLATES = [
  "claim_received",
  "claim_links",
  "claim_opened_for_seller",
  "claim_recorded_by_seller",
  "answer_sent",
  "answer_decided",
  "message_to_customer",
  "message_to_seller",
  "requalification_asked",
  "requalification_answered",
  "intake_answered",
  "claim_closed",
  "operator_wrote_to_customer",
  "operator_wrote_to_seller",
  "link_resent",
  "link_code",
  "withdrawal_acknowledged",
  "document_refused",
  "clock_overdue",
  "clock_due_today",
  "clock_due_tomorrow",
  "delivery_contested",
  "attestation_asked",
  "help_asked",
  "mail_bounced",
  "digest",
  "promise_kept",
  "customer_reminder",
  "escalated_to_operator",
  "journal_root",
  "alert_raised",
  "alert_answered",
  "alert_decided",
  "alert_appealed",
  "appeal_judged",
  "member_invited",
  "password_reset",
  "password_changed",
] as const;
export type MailTemplate = (typeof MAIL_TEMPLATES)[number];

/** What a mail says: a template whose words are in the message files (`mail.<template>.subject|body`) and its values. */
export type MailContent = {
  readonly template: MailTemplate;
  readonly values: Readonly<Record<string, MailValue>>;
};

/** Stands in the stored body where the customer's link goes; replaced in memory when the mail is sent. */
export const LINK_PLACEHOLDER = "{{customer_link}}";
