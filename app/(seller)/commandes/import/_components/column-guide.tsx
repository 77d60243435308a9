import { getMessages, getTranslations } from "next-intl/server";
import { Section } from "@/app/_components/ui/card";
import { Disclosure } from "@/app/_components/ui/disclosure";
import { type Column, Table } from "@/app/_components/ui/table";
import { CSV_COLUMNS, type CsvColumn } from "@/lib/orders/csv-columns";

const PARTS = ["order", "line", "parcel"] as const satisfies readonly CsvColumn["part"][];

/** Every column a file may have, what it is for and how it is written. */
export async function ColumnGuide() {
  const t = await getTranslations("import.guide");
  const required = CSV_COLUMNS.filter((column) => column.required);
  return (
    <Section id="colonnes" title={t("title")} lead={t("lead")}>
      <p className="max-w-prose">{t("rows")}</p>
      <p className="mt-3 font-semibold">{t("required")}</p>
      <ul className="mt-1 mb-3 flex flex-wrap gap-2">
        {required.map(({ name }) => (
          <li key={name}>
            <code className="rounded-sm bg-sunken px-1.5 py-0.5 text-sm break-all">{name}</code>
          </li>
        ))}
      </ul>
      {PARTS.map((part) => (
        <Disclosure key={part} summary={t(`parts.${part}`)}>
          <ColumnTable part={part} />
        </Disclosure>
      ))}
    </Section>
  );
}

async function ColumnTable({ part }: { readonly part: (typeof PARTS)[number] }) {
  const [t, messages] = await Promise.all([getTranslations("import.guide"), getMessages()]);
  const meanings: Readonly<Record<string, string>> = messages.import.columns;
  const columns: readonly Column<CsvColumn>[] = [
    {
      key: "name",
      header: t("columns.name"),
      isRowHeader: true,
      cell: ({ name, required }) => (
        <>
          <code className="break-all">{name}</code>
          {required && <span className="block text-sm font-normal text-ink-muted">{t("is_required")}</span>}
        </>
      ),
    },
    {
      key: "meaning",
      header: t("columns.meaning"),
      cell: ({ name }) => meanings[name.replace(/^facturation_/, "livraison_")],
    },
    {
      key: "format",
      header: t("columns.format"),
      cell: ({ kind }) =>
        kind.type === "choice" ? t("kinds.choice", { choices: kind.shown.join(", ") }) : t(`kinds.${kind.type}`),
    },
    {
      key: "example",
      header: t("columns.example"),
      cell: ({ example }) => example && <code className="break-all">{example}</code>,
    },
  ];
  return (
    <Table
      caption={t(`parts.${part}`)}
      hideCaption
      columns={columns}
      rows={CSV_COLUMNS.filter((column) => column.part === part)}
      rowKey={({ name }) => name}
    />
  );
}
