/** What a figure is held against: at most so much (a time), or at least so much (a rate). */
export type Target = { readonly atMost: number } | { readonly atLeast: number };

export type Figure = {
  readonly what: string;
  readonly unit: string;
  /** None for a figure that stands there to compare with. */
  readonly target?: Target;
  /** The measured value, or why there is none. */
  readonly measured: number | string;
};

/** The figures as lines of one table, each beside its target. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [figure.what, measuredText(figure), targetText(figure), verdict(figure)]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function measuredText({ measured, unit }: Figure): string {
  return typeof measured === "number" ? `${measured.toFixed(1)} ${unit}`.trim() : measured;
}

function targetText({ target, unit }: Figure): string {
  if (!target) return "no target";
  return ("atMost" in target ? `at most ${target.atMost} ${unit}` : `at least ${target.atLeast} ${unit}`).trim();
}

function verdict({ measured, target }: Figure): "held" | "missed" | "–" {
  if (typeof measured === "string" || !target) return "–";
  const holds = "atMost" in target ? measured <= target.atMost : measured >= target.atLeast;
  return holds ? "held" : "missed";
}
