import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type Props = {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
};

/** Nothing here, why, and what to do about it. */
export function EmptyState({ icon: Icon, title, children, actions }: Props) {
  return (
    <div className="grid justify-items-center gap-2 rounded-lg border border-dashed border-line-control px-6 py-12 text-center">
      <span className="hatched mb-1 grid size-16 place-items-center rounded-lg border border-line bg-surface">
        <Icon aria-hidden className="size-7 rounded-sm bg-surface p-0.5 text-primary" />
      </span>
      <p className="text-lg font-bold">{title}</p>
      {children && <div className="max-w-prose text-ink-muted">{children}</div>}
      {actions && <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
