import { z } from "zod";
import type { CsvProblem } from "@/lib/orders/csv";

/** Faults kept with an import: enough to correct a file, few enough to show. */
const MOST_KEPT = 300;

/** What reading a file found, as the import keeps it. */
export type ImportFindings = {
  readonly rowCount: number;
  /** Orders of the file, faulty ones included. */
  readonly fileOrderCount: number;
  readonly errorCount: number;
  readonly warningCount: number;
  /** Errors first, in the order of the file. */
  readonly problems: readonly CsvProblem[];
};

const problemSchema = z.object({
  severity: z.enum(["error", "warning"]),
  row: z.int().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
});

export const importFindingsSchema: z.ZodType<ImportFindings> = z.object({
  rowCount: z.int(),
  fileOrderCount: z.int(),
  errorCount: z.int(),
  warningCount: z.int(),
  problems: z.array(problemSchema),
});

export function findingsOf(file: {
  readonly rowCount: number;
  readonly orderCount: number;
  readonly problems: readonly CsvProblem[];
}): ImportFindings {
  const nothing = { rowCount: file.rowCount, fileOrderCount: file.orderCount, errorCount: 0, warningCount: 0 };
  return withProblems({ ...nothing, problems: [] }, file.problems);
}

/** The same findings with problems met later. */
export function withProblems(findings: ImportFindings, added: readonly CsvProblem[]): ImportFindings {
  const errors = added.filter(({ severity }) => severity === "error");
  const warnings = added.filter(({ severity }) => severity === "warning");
  const kept = [...findings.problems, ...added];
  return {
    ...findings,
    errorCount: findings.errorCount + errors.length,
    warningCount: findings.warningCount + warnings.length,
    problems: [
      ...kept.filter(({ severity }) => severity === "error"),
      ...kept.filter(({ severity }) => severity === "warning"),
    ].slice(0, MOST_KEPT),
  };
}
