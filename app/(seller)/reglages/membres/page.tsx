import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_components/client-messages";
import { Section } from "@/app/_components/ui/card";
import { listMembers, listPendingInvitations } from "@/db/queries/memberships";
import { listViewings } from "@/db/queries/viewings";
import { mayAdministerSeller } from "@/lib/auth/permissions";
import { currentTime } from "@/lib/server/clock";
import { requireSeller, requireViewer } from "@/lib/server/session";
import { InviteForm } from "../_components/invite-form";
import { MemberTable } from "../_components/member-table";
import { OperatorLooks } from "../_components/operator-looks";
import { PendingInvitations } from "../_components/pending-invitations";
import { SettingsPage } from "../_components/settings-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("title") };
}

export default async function MembersPage() {
  const [t, scope, viewer] = await Promise.all([getTranslations("members"), requireSeller(), requireViewer()]);
  const mayWrite = mayAdministerSeller(scope);
  const [members, looks, pending] = await Promise.all([
    listMembers(scope, scope.sellerId),
    listViewings(scope, scope.sellerId),
    mayWrite ? listPendingInvitations(scope, scope.sellerId, currentTime()) : [],
  ]);
  return (
    <SettingsPage tab="members" scope={scope}>
      <div className="grid gap-6">
        <Section id="membres" title={t("title")} lead={t("lead")}>
          <MemberTable members={members} viewer={viewer} mayWrite={mayWrite} />
        </Section>
        {mayWrite && (
          <div className="grid items-start gap-6 lg:grid-cols-2">
            <Section id="inviter" title={t("invite.title")}>
              <ClientMessages namespaces={["members", "auth"]}>
                <InviteForm />
              </ClientMessages>
            </Section>
            <Section id="invitations" title={t("pending.title")}>
              <PendingInvitations invitations={pending} zone={viewer.zone} />
            </Section>
          </div>
        )}
        <OperatorLooks looks={looks} zone={viewer.zone} />
      </div>
    </SettingsPage>
  );
}
