import { getTranslations } from "next-intl/server";
import { StatusBadge } from "@/app/_components/ui/badge";
import type { MailStatus } from "@/lib/notifications/mail-status";

const TONES = {
  queued: "soon",
  sent: "fine",
  kept: "neutral",
  sending: "soon",
  failed: "late",
  bounced: "late",
  cancelled: "neutral",
} as const satisfies Record<MailStatus, string>;

export async function MailStatusBadge({ status }: { readonly status: MailStatus }) {
  const t = await getTranslations("admin.mails.statuses");
  return <StatusBadge tone={TONES[status]}>{t(status)}</StatusBadge>;
}
