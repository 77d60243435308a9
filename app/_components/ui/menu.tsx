"use client";
import clsx from "clsx";
import { type ReactNode, useEffect, useRef } from "react";

type Props = {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
  readonly summaryClassName?: string;
  readonly panelClassName?: string;
};

/**
 * A <details> that opens over the page. It works without JavaScript; with it, Escape, a click outside
 * and following one of its links close it.
 */
export function Menu({ summary, children, className, summaryClassName, panelClassName }: Props) {
  const ref = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const menu = ref.current;
    if (!menu) return;
    const close = (event: Event) => {
      if (!menu.open || !(event.target instanceof Node)) return;
      const isOutside = !menu.contains(event.target);
      const isLink = event.target instanceof Element && event.target.closest("a") !== null;
      if (isOutside || isLink) menu.open = false;
    };
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary")?.focus();
    };
    document.addEventListener("click", close);
    document.addEventListener("keydown", closeOnEscape);
    return () => {
      document.removeEventListener("click", close);
      document.removeEventListener("keydown", closeOnEscape);
    };
  }, []);
  return (
    <details ref={ref} className={clsx("relative", className)}>
      <summary className={summaryClassName}>{summary}</summary>
      <div
        className={clsx(
          "off-band absolute z-30 max-w-[calc(100vw-2rem)] min-w-[min(16rem,calc(100vw-2rem))] rounded-lg border border-line bg-raised p-3 text-ink shadow-raised",
          panelClassName,
        )}
      >
        {children}
      </div>
    </details>
  );
}
