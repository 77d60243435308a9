"use client";
import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

type Props = {
  readonly href: string;
  /** Also current on the pages below it. */
  readonly exact?: boolean | undefined;
  readonly className: string;
  readonly currentClassName: string;
  readonly children: ReactNode;
};

/** A link that knows when it is the current page. Rendered on the server too, so it needs no JavaScript. */
export function NavLink({ href, exact = false, className, currentClassName, children }: Props) {
  const pathname = usePathname();
  const path = href.split("?")[0] ?? href;
  const isCurrent = pathname === path || (!exact && path !== "/" && pathname.startsWith(`${path}/`));
  return (
    <Link
      href={href}
      aria-current={isCurrent ? "page" : undefined}
      className={clsx(className, isCurrent && currentClassName)}
    >
      {children}
    </Link>
  );
}
