/** What a seller's people are told of, the most pressing first: the order of a digest. */
export const NOTICE_KINDS = [
  "overdue",
  "contested",
  "operator",
  "due_today",
  "due_tomorrow",
  "new_claim",
  "customer_answer",
  "undelivered",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
