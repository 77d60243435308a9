import { getTranslations } from "next-intl/server";
import { Badge } from "@/app/_components/ui/badge";
import { Table } from "@/app/_components/ui/table";
import type { Member } from "@/db/queries/memberships";
import { toDate } from "@/lib/calendar/instant";
import { readerFormat } from "@/lib/i18n/reader-format";
import type { Viewer } from "@/lib/server/session";
import { ManageMember } from "./manage-member";

type Props = { readonly members: readonly Member[]; readonly viewer: Viewer; readonly mayWrite: boolean };

/** Who works here; an owner may change it. */
export async function MemberTable({ members, viewer, mayWrite }: Props) {
  const [t, auth, format] = await Promise.all([
    getTranslations("members"),
    getTranslations("auth"),
    readerFormat(viewer.zone),
  ]);
  const person = ({ userId, name, email }: Member) => (
    <>
      {name} {userId === viewer.userId && <Badge>{t("you")}</Badge>}
      <span className="block text-sm font-normal text-ink-muted">{email}</span>
    </>
  );
  const since = ({ createdAt }: Member) => format.day(toDate(createdAt), "numeric");
  const columns = [
    { key: "person", header: t("person"), isRowHeader: true, cell: person },
    { key: "role", header: t("role"), cell: ({ role }: Member) => auth(`roles.${role}`) },
    { key: "since", header: t("since"), cell: since },
  ];
  const action = { key: "action", header: t("action"), cell: (member: Member) => <ManageMember member={member} /> };
  return (
    <Table
      caption={t("table")}
      hideCaption
      rows={members}
      rowKey={({ userId }) => userId}
      columns={mayWrite ? [...columns, action] : columns}
    />
  );
}
