import clsx from "clsx";
import { CircleCheck, Info, type LucideIcon, OctagonX, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

export type AlertKind = "info" | "success" | "warning" | "danger";

const LOOKS: Record<AlertKind, { readonly icon: LucideIcon; readonly box: string; readonly mark: string }> = {
  info: { icon: Info, box: "border-info-line bg-info-soft", mark: "text-info" },
  success: { icon: CircleCheck, box: "border-fine-line bg-fine-soft", mark: "text-fine" },
  warning: { icon: TriangleAlert, box: "border-soon-line bg-soon-soft", mark: "text-soon" },
  danger: { icon: OctagonX, box: "border-late-line bg-late-soft", mark: "text-late" },
};

type Props = {
  readonly kind?: AlertKind;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** Set when it appears after an act of the reader: it is then read aloud. */
  readonly announce?: boolean;
  readonly actions?: ReactNode;
  readonly className?: string;
};

/** A message beside the content. Without `announce` it is a plain note, read in its place. */
export function Alert({ kind = "info", title, children, announce = false, actions, className }: Props) {
  const { icon: Icon, box, mark } = LOOKS[kind];
  const role = kind === "danger" ? "alert" : "status";
  return (
    <div {...(announce ? { role } : {})} className={clsx("flex gap-3 rounded-md border p-3.5", box, className)}>
      <Icon aria-hidden className={clsx("mt-0.5 size-5 shrink-0", mark)} />
      <div className="min-w-0 flex-1 text-ink">
        {title && <p className={clsx("font-bold", mark)}>{title}</p>}
        {children && <div className="max-w-prose space-y-1.5">{children}</div>}
        {actions && <div className="mt-2.5 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
