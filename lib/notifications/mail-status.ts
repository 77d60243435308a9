/**
 * `kept`: there is no mail server, and the mail is read in the outbox page. `cancelled`: its cause was undone in time.
 * `bounced`: the server knows no such recipient, and trying again would not help.
 */
export const MAIL_STATUSES = ["queued", "sending", "sent", "kept", "failed", "bounced", "cancelled"] as const;
export type MailStatus = (typeof MAIL_STATUSES)[number];

/** What somebody may ask to be sent once more. */
export const RETRYABLE = ["kept", "failed", "bounced"] as const satisfies readonly MailStatus[];

export function isRetryable(status: MailStatus): boolean {
  return RETRYABLE.some((one) => one === status);
}
