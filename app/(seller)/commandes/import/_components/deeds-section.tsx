import { Download } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_components/client-messages";
import { Section } from "@/app/_components/ui/card";
import { Disclosure } from "@/app/_components/ui/disclosure";
import { type Column, Table } from "@/app/_components/ui/table";
import { DEED_COLUMNS, type DeedColumn } from "@/lib/orders/deed-columns";
import { DeedsForm } from "./deeds-form";

/** Refunds, parcels and returns by file: what the API's addresses of the same names take. */
export async function DeedsSection({ mayRecord }: { readonly mayRecord: boolean }) {
  const t = await getTranslations("import.deeds");
  return (
    <Section
      id="evenements-fichier"
      title={t("title")}
      lead={t("lead")}
      actions={
        <a href="/exemples/evenements.csv" download className="prose-link inline-flex items-center gap-1.5">
          <Download aria-hidden className="size-4" />
          {t("sample")}
        </a>
      }
    >
      {mayRecord ? (
        <ClientMessages namespaces={["import"]}>
          <DeedsForm />
        </ClientMessages>
      ) : (
        <p>{t("read_only")}</p>
      )}
      <Disclosure summary={t("guide")} className="mt-2">
        <Guide />
      </Disclosure>
    </Section>
  );
}

async function Guide() {
  const [t, guide] = await Promise.all([getTranslations("import.deeds"), getTranslations("import.guide")]);
  const columns: readonly Column<DeedColumn>[] = [
    {
      key: "name",
      header: guide("columns.name"),
      isRowHeader: true,
      cell: ({ name, required }) => (
        <>
          <code className="break-all">{name}</code>
          {required && <span className="block text-sm font-normal text-ink-muted">{guide("is_required")}</span>}
        </>
      ),
    },
    {
      key: "for",
      header: t("columns.for"),
      cell: ({ members }) =>
        Object.keys(members).length === 0 || Object.keys(members).length === 3
          ? t("for_all")
          : [
              members.refund && t("kinds.refund"),
              members.shipment && t("kinds.shipment"),
              members.return && t("kinds.return"),
            ]
              .filter((word) => word !== undefined)
              .join(", "),
    },
    {
      key: "format",
      header: guide("columns.format"),
      cell: ({ kind }) =>
        kind.type === "choice"
          ? guide("kinds.choice", { choices: kind.shown.join(", ") })
          : guide(`kinds.${kind.type}`),
    },
    {
      key: "example",
      header: guide("columns.example"),
      cell: ({ example }) => example && <code className="break-all">{example}</code>,
    },
  ];
  return <Table caption={t("guide")} hideCaption columns={columns} rows={DEED_COLUMNS} rowKey={({ name }) => name} />;
}
