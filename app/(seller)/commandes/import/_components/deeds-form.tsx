"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/app/_components/ui/action-form";
import { FileField } from "@/app/_components/ui/file-field";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { type Column, Table } from "@/app/_components/ui/table";
import type { CsvProblem } from "@/lib/orders/csv";
import { recordDeedsAction } from "../actions";

type Told = CsvProblem & { readonly words: string };
type Report = {
  readonly rowCount: number;
  readonly recorded: number;
  readonly known: number;
  readonly kept: number;
  readonly problems: readonly Told[];
};

/** A file of what happened to orders: recorded at once, each row on its own. */
export function DeedsForm() {
  const t = useTranslations("import.deeds");
  return (
    <ActionForm
      id="evenements"
      action={recordDeedsAction}
      sentences={{
        "evenements.nothing_chosen": t("nothing_chosen"),
        "evenements.file_too_large": t("file_too_large"),
      }}
      labels={{ evenements: t("label") }}
      done={(report) => <Done report={report} />}
      className="grid gap-stack"
    >
      <FileField
        name="evenements"
        label={t("label")}
        hint={t("hint")}
        accept=".csv,.txt,text/csv,text/plain"
        required
        hideOptional
      />
      <SubmitButton className="justify-self-start">{t("record")}</SubmitButton>
    </ActionForm>
  );
}

function Done({ report }: { readonly report: Report }) {
  const t = useTranslations("import.deeds");
  const { recorded, known, kept, problems } = report;
  return (
    <>
      <p>
        {t("result", { recorded, known })} {t("kept", { kept })}
      </p>
      {problems.length > 0 && <Problems problems={problems} />}
    </>
  );
}

function Problems({ problems }: { readonly problems: readonly Told[] }) {
  const t = useTranslations("import.deeds");
  const columns: readonly Column<Told & { readonly key: string }>[] = [
    {
      key: "row",
      header: t("columns.row"),
      isRowHeader: true,
      cell: ({ row }) => (row === null ? t("whole_file") : t("row", { row })),
    },
    {
      key: "column",
      header: t("columns.column"),
      cell: ({ column }) => (column ? <code className="break-all">{column}</code> : "–"),
    },
    {
      key: "value",
      header: t("columns.value"),
      cell: ({ value }) => <span className="break-all">{value ?? "–"}</span>,
    },
    { key: "words", header: t("columns.words"), cell: ({ words }) => words },
  ];
  return (
    <div className="mt-3">
      <Table
        caption={t("problems", { count: problems.length })}
        columns={columns}
        rows={problems.map((problem, index) => ({ ...problem, key: String(index) }))}
        rowKey={({ key }) => key}
      />
    </div>
  );
}
