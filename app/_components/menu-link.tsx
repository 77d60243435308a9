import type { LucideIcon } from "lucide-react";
import Link from "next/link";

type Props = { readonly href: string; readonly icon?: LucideIcon; readonly children: string };

/** One line of a menu. */
export function MenuLink({ href, icon: Icon, children }: Props) {
  return (
    <li>
      <Link
        href={href}
        className="flex min-h-9 items-center gap-2.5 rounded-sm px-1.5 text-ink no-underline hover:bg-primary-soft max-md:min-h-control"
      >
        {Icon && <Icon aria-hidden className="size-5 text-ink-muted" />}
        {children}
      </Link>
    </li>
  );
}
