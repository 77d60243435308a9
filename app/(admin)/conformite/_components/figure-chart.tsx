import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Disclosure } from "@/app/_components/ui/disclosure";

type Props = {
  readonly title: string;
  /** The same in one sentence, read by everyone. */
  readonly summary: string;
  readonly chart: ReactNode;
  readonly table: ReactNode;
};

/** A drawing with its sentence, and its numbers in a table behind it. */
export function FigureChart({ title, summary, chart, table }: Props) {
  const t = useTranslations("compliance.charts");
  return (
    <figure className="rounded-lg border border-line bg-surface p-card shadow-card">
      <figcaption>
        <h3 className="font-bold">{title}</h3>
        <p className="text-sm text-ink-muted">{summary}</p>
      </figcaption>
      <div className="my-3">{chart}</div>
      <Disclosure summary={t("numbers")}>{table}</Disclosure>
    </figure>
  );
}
