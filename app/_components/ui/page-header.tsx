import type { ReactNode } from "react";

type Props = {
  readonly title: ReactNode;
  /** Small words above the title: the family of the page, or a reference. */
  readonly eyebrow?: ReactNode;
  readonly lead?: ReactNode;
  readonly breadcrumbs?: ReactNode;
  readonly actions?: ReactNode;
};

/** The one h1 of a page, with what stands around it. */
export function PageHeader({ title, eyebrow, lead, breadcrumbs, actions }: Props) {
  return (
    <header className="mb-6">
      {breadcrumbs}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          {eyebrow && <p className="tabular font-semibold text-accent-ink">{eyebrow}</p>}
          <h1 className="text-2xl font-bold tracking-tight md:text-3xl">{title}</h1>
          {lead && <p className="mt-1 max-w-prose text-ink-muted md:text-lg">{lead}</p>}
        </div>
        {actions && <div className="no-print flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
    </header>
  );
}
