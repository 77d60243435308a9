import { z } from "zod";
import { NOTICE_MODES, type NoticeChoices } from "@/lib/notifications/notice";
import type { NoticeKind } from "@/lib/notifications/notice-kind";

const mode = z.enum(NOTICE_MODES);

/** The form of a member's choices: one mode for each kind of news. */
export const noticeChoicesSchema: z.ZodType<NoticeChoices> = z.object({
  overdue: mode,
  contested: mode,
  operator: mode,
  due_today: mode,
  due_tomorrow: mode,
  new_claim: mode,
  customer_answer: mode,
  undelivered: mode,
} satisfies Record<NoticeKind, typeof mode>);
