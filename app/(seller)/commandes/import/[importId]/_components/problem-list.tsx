import { getLocale, getTranslations } from "next-intl/server";
import { Section } from "@/app/_components/ui/card";
import { type Column, Table } from "@/app/_components/ui/table";
import type { CsvProblem } from "@/lib/orders/csv";
import type { ImportFindings } from "@/lib/orders/import-findings";
import { problemWords } from "@/lib/server/csv/describe-problem";

/** Faults and doubts with their row, column and value, and what to do about each. */
export async function ProblemList({ findings }: { readonly findings: ImportFindings }) {
  const t = await getTranslations("import.problem_list");
  const of = (severity: CsvProblem["severity"]) => findings.problems.filter((problem) => problem.severity === severity);
  return (
    <>
      {findings.errorCount > 0 && (
        <Section id="erreurs" title={t("errors", { count: findings.errorCount })} lead={t("errors_lead")} tone="late">
          <ProblemTable caption={t("errors_table")} problems={of("error")} />
          <More shown={of("error").length} all={findings.errorCount} />
        </Section>
      )}
      {findings.warningCount > 0 && (
        <Section
          id="avertissements"
          title={t("warnings", { count: findings.warningCount })}
          lead={t("warnings_lead")}
          tone="soon"
        >
          <ProblemTable caption={t("warnings_table")} problems={of("warning")} />
          <More shown={of("warning").length} all={findings.warningCount} />
        </Section>
      )}
    </>
  );
}

type TableProps = { readonly caption: string; readonly problems: readonly CsvProblem[] };
type Numbered = CsvProblem & { readonly key: string };

async function ProblemTable({ caption, problems }: TableProps) {
  const [t, locale] = await Promise.all([getTranslations("import.problem_list"), getLocale()]);
  const wordsOf = problemWords(locale);
  const columns: readonly Column<Numbered>[] = [
    {
      key: "row",
      header: t("columns.row"),
      isRowHeader: true,
      cell: ({ row }) =>
        row === null ? (
          t("whole_file")
        ) : (
          <span>
            <span className="md:hidden">{t("columns.row")} </span>
            {row}
          </span>
        ),
    },
    {
      key: "column",
      header: t("columns.column"),
      cell: ({ column }) => column && <code className="break-all">{column}</code>,
    },
    {
      key: "value",
      header: t("columns.value"),
      cell: ({ value, row }) =>
        value === null ? (
          <span className="text-ink-muted">{row === null || row === 1 ? "–" : t("empty_cell")}</span>
        ) : (
          <span className="break-all">{value}</span>
        ),
    },
    { key: "words", header: t("columns.words"), cell: wordsOf },
  ];
  const rows = problems.map((problem, index) => ({ ...problem, key: `${index}` }));
  return <Table caption={caption} hideCaption columns={columns} rows={rows} rowKey={({ key }) => key} />;
}

async function More({ shown, all }: { readonly shown: number; readonly all: number }) {
  const t = await getTranslations("import.problem_list");
  return shown < all ? <p className="mt-2 text-ink-muted">{t("more", { count: all - shown })}</p> : null;
}
