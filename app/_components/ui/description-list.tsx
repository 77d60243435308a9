import clsx from "clsx";
import type { ReactNode } from "react";

export type Fact = { readonly term: string; readonly value: ReactNode; readonly key?: string };

/** Facts and their names. `stacked` for a narrow column. */
export function DescriptionList({
  facts,
  look = "aligned",
}: {
  readonly facts: readonly Fact[];
  readonly look?: "aligned" | "stacked";
}) {
  return (
    <dl className="divide-y divide-line">
      {facts.map((fact) => (
        <div
          key={fact.key ?? fact.term}
          className={clsx("py-1.5", look === "aligned" && "sm:grid sm:grid-cols-[minmax(9rem,1fr)_2fr] sm:gap-4")}
        >
          <dt className="text-ink-muted max-sm:text-sm">{fact.term}</dt>
          <dd className="tabular min-w-0">{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
