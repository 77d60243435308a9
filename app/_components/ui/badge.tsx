import clsx from "clsx";
import { CircleAlert, CircleCheck, CircleDashed, Hourglass, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { SOFT, type Tone } from "./tone";

const ICONS: Record<Tone, LucideIcon> = {
  late: TriangleAlert,
  urgent: CircleAlert,
  soon: Hourglass,
  fine: CircleCheck,
  info: Info,
  neutral: CircleDashed,
};

/** The usual icon of a tone; `soon` and `neutral` often take another. */
export function ToneIcon({ tone, className }: { readonly tone: Tone; readonly className?: string }) {
  const Icon = ICONS[tone];
  return <Icon aria-hidden className={clsx("size-[1.1em] shrink-0", className)} />;
}

const SHAPE = "inline-flex items-center gap-1 rounded-sm border px-1.5 py-px text-sm font-semibold leading-snug";

/** A state in words with its icon. */
export function StatusBadge({
  tone,
  icon: Icon,
  children,
}: {
  readonly tone: Tone;
  readonly icon?: LucideIcon | undefined;
  readonly children: ReactNode;
}) {
  return (
    <span className={clsx(SHAPE, SOFT[tone])}>
      {Icon ? <Icon aria-hidden className="size-[1.1em] shrink-0" /> : <ToneIcon tone={tone} />}
      {children}
    </span>
  );
}

type BadgeProps = {
  readonly children: ReactNode;
  /** Colour and border classes, in place of the neutral ones. */
  readonly look?: string;
};

/** A plain word beside something: a role, a number, a kind. Not a state. */
export function Badge({ children, look }: BadgeProps) {
  return <span className={clsx(SHAPE, look || "border-line bg-sunken text-ink-muted")}>{children}</span>;
}

type CountProps = { readonly value: number; readonly words: string; readonly look?: "strong" | "plain" };

/** A number beside a link or a tab, read aloud with its words. */
export function Count({ value, words, look = "strong" }: CountProps) {
  return (
    <span
      className={clsx(
        "tabular inline-block min-w-6 rounded-full px-1.5 text-center text-sm font-bold leading-6",
        look === "strong" ? "bg-accent text-on-accent" : "bg-sunken text-ink-muted",
      )}
    >
      <span aria-hidden>{value}</span>
      <span className="sr-only">{words}</span>
    </span>
  );
}
