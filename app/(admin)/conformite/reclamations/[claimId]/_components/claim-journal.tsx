import { useTranslations } from "next-intl";
import { Section } from "@/app/_components/ui/card";
import { Table } from "@/app/_components/ui/table";
import type { Reader } from "@/app/(seller)/reclamations/[claimId]/_components/reader";
import type { listClaimEvents } from "@/db/queries/journal";
import { formatInstant } from "@/lib/i18n/format";

type Event = Awaited<ReturnType<typeof listClaimEvents>>[number];

/** Who did what and when, each row chained to the one before by its hash. */
export function ClaimJournal({ events, reader }: { readonly events: readonly Event[]; readonly reader: Reader }) {
  const t = useTranslations("compliance.journal");
  const type = useTranslations("journal.types");
  const who = useTranslations("journal.actors");
  const clock = useTranslations("clock.kinds");
  return (
    <Section id="journal" title={t("title")}>
      <p className="mb-3 text-ink-muted">{t("lead")}</p>
      <Table
        caption={t("table")}
        hideCaption
        rows={events}
        rowKey={(event) => String(event.seq)}
        columns={[
          {
            key: "seq",
            header: t("seq"),
            align: "end",
            cell: (event) => <span className="whitespace-nowrap">{event.seq}</span>,
          },
          {
            key: "type",
            header: t("what"),
            isRowHeader: true,
            cell: (event) => [type(event.type), event.clockKind && clock(event.clockKind)].filter(Boolean).join(" : "),
          },
          {
            key: "actor",
            header: t("who"),
            cell: (event) => [event.actorName, who(event.actorKind)].filter(Boolean).join(", "),
          },
          {
            key: "at",
            header: t("when"),
            cell: (event) => formatInstant(new Date(event.at), reader.zone, reader.locale, "short"),
          },
          {
            key: "hash",
            header: t("hash"),
            cell: (event) => (
              <code className="text-sm" title={event.hash}>
                {event.hash.slice(0, 12)}
              </code>
            ),
          },
        ]}
      />
    </Section>
  );
}
