import clsx from "clsx";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

/** Who speaks: the reader's own side, the other side, a note that stays inside, or the system. */
export type TimelineSide = "own" | "other" | "internal" | "system";

export type TimelineItem = {
  readonly id: string;
  readonly side: TimelineSide;
  readonly icon: LucideIcon;
  readonly who: ReactNode;
  /** ISO instant, for machines. */
  readonly at: string;
  /** The same instant in words, in the reader's zone. */
  readonly when: string;
  /** A word beside the name: "Note interne", "Proposition de retour". */
  readonly badge?: ReactNode;
  readonly body?: ReactNode;
};

const BODIES: Record<TimelineSide, string> = {
  own: "border-line bg-primary-soft",
  other: "border-line bg-surface",
  internal: "border-soon-line bg-soon-soft",
  system: "",
};

/** A conversation and its events, oldest first. */
export function Timeline({ label, items }: { readonly label: string; readonly items: readonly TimelineItem[] }) {
  return (
    <ol
      aria-label={label}
      className="relative space-y-4 before:absolute before:inset-y-2 before:start-4 before:w-px before:bg-line"
    >
      {items.map((item) => (
        <li key={item.id} className="relative ps-12">
          <span
            className={clsx(
              "absolute start-0 top-0 grid size-8 place-items-center rounded-full border border-line",
              item.side === "own" ? "bg-primary text-on-primary" : "bg-surface text-ink-muted",
            )}
          >
            <item.icon aria-hidden className="size-4" />
          </span>
          <div className="flex min-h-8 flex-wrap items-center gap-x-2 gap-y-0.5">
            <span className={item.side === "system" ? "text-ink-muted" : "font-bold"}>{item.who}</span>
            {item.badge}
            <time dateTime={item.at} className="text-sm text-ink-muted">
              {item.when}
            </time>
          </div>
          {item.body && item.side !== "system" && (
            <div className={clsx("mt-1 max-w-prose rounded-md border p-3 whitespace-pre-line", BODIES[item.side])}>
              {item.body}
            </div>
          )}
          {item.body && item.side === "system" && <div className="max-w-prose text-ink-muted">{item.body}</div>}
        </li>
      ))}
    </ol>
  );
}
