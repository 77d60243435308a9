import type { ReactNode } from "react";
import { ToneIcon } from "./badge";
import { TEXT, type Tone } from "./tone";

type Props = {
  readonly label: string;
  readonly value: ReactNode;
  /** How many it was computed from, in words: a rate without it says nothing. */
  readonly sample?: string;
  /** Interval, comparison or definition. */
  readonly hint?: ReactNode;
  readonly tone?: Tone | undefined;
  /** What the tone means, in words. */
  readonly toneWords?: string;
};

/** One figure with what it rests on. Put several in a <FigureGrid>. */
export function Figure({ label, value, sample, hint, tone, toneWords }: Props) {
  return (
    <div className="flex flex-col rounded-lg border border-line bg-surface p-card shadow-card">
      <dt className="font-semibold text-ink-muted">{label}</dt>
      <dd className="mt-1">
        <span className="tabular text-3xl font-bold tracking-tight">{value}</span>
        {tone && toneWords && (
          <span className={`ms-2 inline-flex items-center gap-1 text-sm font-semibold ${TEXT[tone]}`}>
            <ToneIcon tone={tone} />
            {toneWords}
          </span>
        )}
        {sample && <span className="tabular block text-sm text-ink-muted">{sample}</span>}
        {hint && <span className="block text-sm text-ink-muted">{hint}</span>}
      </dd>
    </div>
  );
}

export function FigureGrid({ children }: { readonly children: ReactNode }) {
  return <dl className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">{children}</dl>;
}
