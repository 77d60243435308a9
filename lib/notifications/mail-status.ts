/** `kept`: there is no mail server, and the mail is read in the outbox page. `cancelled`: its cause was undone in time. */
export const MAIL_STATUSES = ["queued", "sent", "kept", "failed", "cancelled"] as const;
export type MailStatus = (typeof MAIL_STATUSES)[number];
