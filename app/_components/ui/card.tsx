import clsx from "clsx";
import type { ReactNode } from "react";
import { EDGE, type Tone } from "./tone";

type CardProps = {
  readonly children: ReactNode;
  /** Marks the card with the colour of a state; the state itself is told in words inside. */
  readonly tone?: Tone | undefined;
  readonly className?: string | undefined;
};

export function Card({ children, tone, className }: CardProps) {
  return (
    <div
      className={clsx(
        "min-w-0 rounded-lg border border-line bg-surface p-card shadow-card",
        tone && "rounded-s-none border-s-4",
        tone && EDGE[tone],
        className,
      )}
    >
      {children}
    </div>
  );
}

type SectionProps = CardProps & {
  readonly id: string;
  readonly title: ReactNode;
  readonly level?: 2 | 3;
  /** One sentence under the title. */
  readonly lead?: ReactNode;
  /** Buttons or links at the end of the title's line. */
  readonly actions?: ReactNode;
};

/** A titled card: a landmark of the page, named by its title. */
export function Section({ id, title, level = 2, lead, actions, children, tone, className }: SectionProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section aria-labelledby={`${id}-titre`} id={id} className={clsx("min-w-0", className)}>
      <Card tone={tone}>
        <div className="mb-stack flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <div>
            <Heading id={`${id}-titre`} className={clsx("font-bold", level === 2 ? "text-xl" : "text-lg")}>
              {title}
            </Heading>
            {lead && <p className="mt-0.5 max-w-prose text-ink-muted">{lead}</p>}
          </div>
          {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
        </div>
        {children}
      </Card>
    </section>
  );
}
