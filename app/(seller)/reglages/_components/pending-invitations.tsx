import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_components/ui/action-form";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import type { PendingInvitation } from "@/db/queries/memberships";
import { toDate } from "@/lib/calendar/instant";
import { readerFormat } from "@/lib/i18n/reader-format";
import { revokeInvitationAction } from "../membres/actions";

type Props = { readonly invitations: readonly PendingInvitation[]; readonly zone: string };

/** Invitations nobody has answered yet. */
export async function PendingInvitations({ invitations, zone }: Props) {
  const [t, auth, format] = await Promise.all([
    getTranslations("members"),
    getTranslations("auth"),
    readerFormat(zone),
  ]);
  if (invitations.length === 0) return <p className="text-ink-muted">{t("pending.empty")}</p>;
  return (
    <ul className="divide-y divide-line">
      {invitations.map(({ id, email, role, expiresAt }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2">
          <div>
            <p className="font-semibold">{email}</p>
            <p className="text-sm text-ink-muted">
              {auth(`roles.${role}`)} · {t("pending.expires")} {format.day(toDate(expiresAt), "numeric")}
            </p>
          </div>
          <ActionForm
            id={`invitation-${id}`}
            action={revokeInvitationAction}
            reasons={{ invitation_not_found: t("reasons.invitation_not_found") }}
          >
            <input type="hidden" name="invitationId" value={id} />
            <SubmitButton variant="danger" size="small" aria-label={t("pending.revoke_named", { email })}>
              {t("pending.revoke")}
            </SubmitButton>
          </ActionForm>
        </li>
      ))}
    </ul>
  );
}
