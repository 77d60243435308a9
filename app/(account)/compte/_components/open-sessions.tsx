import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Badge } from "@/app/_components/ui/badge";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { Table } from "@/app/_components/ui/table";
import { listSessions, type OpenSession } from "@/db/queries/sessions";
import { deviceOf } from "@/lib/auth/device";
import { type Instant, toDate } from "@/lib/calendar/instant";
import { readerFormat } from "@/lib/i18n/reader-format";
import { currentTime } from "@/lib/server/clock";
import { entryScope } from "@/lib/server/scope";
import type { Viewer } from "@/lib/server/session";
import { revokeSessionAction } from "../actions";

/** Where one is signed in, and the way to end it. */
export async function OpenSessions({ viewer }: { readonly viewer: Viewer }) {
  const [t, format] = await Promise.all([getTranslations("account.sessions"), readerFormat(viewer.zone)]);
  const sessions = await listSessions(entryScope(), viewer.userId, currentTime());
  const device = ({ userAgent }: OpenSession) => {
    const known = deviceOf(userAgent);
    return known ? t("browser_on", known) : t("unknown_device");
  };
  const at = (instant: Instant) => format.instant(toDate(instant), "numeric");
  return (
    <Table
      caption={t("table")}
      hideCaption
      rows={sessions}
      rowKey={({ id }) => id}
      columns={[
        { key: "device", header: t("device"), isRowHeader: true, cell: device },
        { key: "opened", header: t("opened"), cell: ({ createdAt }) => at(createdAt) },
        { key: "seen", header: t("seen"), cell: ({ lastSeenAt }) => at(lastSeenAt) },
        {
          key: "action",
          header: t("action"),
          cell: (session) =>
            session.id === viewer.sessionId ? (
              <Badge>{t("this_one")}</Badge>
            ) : (
              <ActionForm
                id={`session-${session.id}`}
                action={revokeSessionAction}
                reasons={{ session_not_found: t("reasons.session_not_found") }}
              >
                <input type="hidden" name="sessionId" value={session.id} />
                <SubmitButton variant="danger" size="small" aria-label={t("revoke_named", { device: device(session) })}>
                  {t("revoke")}
                </SubmitButton>
              </ActionForm>
            ),
        },
      ]}
    />
  );
}
