import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

type Props = {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly open?: boolean;
  /** Those of one name close each other. */
  readonly name?: string;
  readonly className?: string;
};

/** More, for who wants it. */
export function Disclosure({ summary, children, open, name, className }: Props) {
  return (
    <details open={open} name={name} className={className}>
      <summary className="inline-flex min-h-control items-center gap-1.5 font-semibold text-link hover:underline">
        <ChevronRight
          aria-hidden
          className="size-[1.1em] shrink-0 transition-transform in-[details[open]>summary]:rotate-90"
        />
        {summary}
      </summary>
      <div className="border-s-2 border-line ps-4 pt-1 pb-2">{children}</div>
    </details>
  );
}
