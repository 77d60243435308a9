import clsx from "clsx";
import Link from "next/link";
import { Count } from "./badge";

export type Tab = {
  readonly href: string;
  readonly label: string;
  readonly isCurrent: boolean;
  readonly count?: { readonly value: number; readonly words: string } | undefined;
};

/** Views of one list, each with its own address. Links, not ARIA tabs: they load, go back and open in a new window. */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="relative mb-stack overflow-x-auto border-b border-line-control">
      <ul className="flex gap-1">
        {tabs.map((tab) => (
          <li key={tab.href} className="shrink-0">
            <Link
              href={tab.href}
              aria-current={tab.isCurrent ? "page" : undefined}
              className={clsx(
                "flex min-h-11 items-center gap-2 border-b-4 px-3 font-semibold no-underline -outline-offset-3",
                tab.isCurrent
                  ? "border-b-primary text-primary"
                  : "border-b-transparent text-ink-muted hover:border-b-line-control hover:text-ink",
              )}
            >
              {tab.label}
              {tab.count && <Count {...tab.count} look={tab.isCurrent ? "strong" : "plain"} />}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
