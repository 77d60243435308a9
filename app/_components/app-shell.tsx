import type { LucideIcon } from "lucide-react";
import { Ellipsis } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Brand } from "./brand";
import { NavLink } from "./nav-link";
import { MAIN_ID } from "./skip-link";
import { Count } from "./ui/badge";
import { Menu } from "./ui/menu";

export type NavItem = {
  readonly href: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** What waits there: the number, and the same in words for who listens. */
  readonly count?: { readonly value: number; readonly words: string } | undefined;
  /** Current on its own page only, not on those below it. */
  readonly exact?: boolean;
};

type Props = {
  /** Name of the part of the product, under its name: "Espace vendeur", "Opérateur". */
  readonly area: string;
  readonly homeHref: string;
  /** The first four stand at the thumb on a phone, the others behind "Plus". */
  readonly nav: readonly NavItem[];
  readonly userMenu: ReactNode;
  /** Which seller one works for, and the way to another. */
  readonly switcher?: ReactNode;
  /** A notice above every page: the demo, a maintenance, an account to complete. */
  readonly banner?: ReactNode;
  readonly children: ReactNode;
};

const ON_PHONE = 4;

/** The frame of signed-in pages: a band above; on a phone, the navigation below, where the thumb is. No JavaScript needed. */
export async function AppShell({ area, homeHref, nav, userMenu, switcher, banner, children }: Props) {
  const t = await getTranslations("ui");
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="on-band no-print bg-band text-on-band">
        <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-3 px-4 pt-1.5 max-md:pb-1.5 md:px-6">
          <Brand href={homeHref} name={t("product.name")} area={area} />
          <div className="ms-auto flex min-w-0 items-center gap-2">
            {switcher}
            {userMenu}
          </div>
        </div>
        <nav aria-label={t("shell.main_navigation")} className="max-md:hidden">
          <ul className="mx-auto flex max-w-7xl flex-wrap gap-x-1 px-3 md:px-4">
            {nav.map((item) => (
              <li key={item.href}>
                <NavLink
                  href={item.href}
                  exact={item.exact}
                  className="flex min-h-11 items-center gap-2 border-b-4 border-transparent px-2.5 font-semibold text-on-band-muted no-underline hover:text-on-band"
                  currentClassName="border-b-accent! text-on-band!"
                >
                  <item.icon aria-hidden className="size-[1.15em]" />
                  {item.label}
                  {item.count && item.count.value > 0 && <Count {...item.count} />}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      {banner}
      <main
        id={MAIN_ID}
        tabIndex={-1}
        className="mx-auto w-full max-w-7xl flex-1 px-4 pt-6 pb-28 outline-none md:px-6 md:pb-16"
      >
        {children}
      </main>
      <PhoneNavigation nav={nav} label={t("shell.main_navigation")} more={t("shell.more")} />
    </div>
  );
}

const THUMB =
  "flex min-h-14 flex-col items-center justify-center gap-0.5 text-[0.6875rem] font-semibold leading-tight no-underline";

function PhoneNavigation({
  nav,
  label,
  more,
}: {
  readonly nav: readonly NavItem[];
  readonly label: string;
  readonly more: string;
}) {
  const first = nav.slice(0, nav.length > ON_PHONE + 1 ? ON_PHONE : ON_PHONE + 1);
  const others = nav.slice(first.length);
  return (
    <nav
      aria-label={label}
      className="no-print fixed inset-x-0 bottom-0 z-20 border-t border-line bg-raised pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="flex">
        {first.map((item) => (
          <li key={item.href} className="min-w-0 flex-1">
            <PhoneLink item={item} />
          </li>
        ))}
        {others.length > 0 && (
          <li className="min-w-0 flex-1">
            <Menu
              summary={
                <>
                  <Ellipsis aria-hidden className="size-5" />
                  {more}
                </>
              }
              summaryClassName={`${THUMB} text-ink-muted`}
              panelClassName="end-1 bottom-full mb-1"
            >
              <ul>
                {others.map((item) => (
                  <li key={item.href}>
                    <NavLink
                      href={item.href}
                      className="flex min-h-11 items-center gap-3 rounded-md px-2 text-ink no-underline"
                      currentClassName="bg-primary-soft font-bold"
                    >
                      <item.icon aria-hidden className="size-5" />
                      {item.label}
                      {item.count && item.count.value > 0 && <Count {...item.count} />}
                    </NavLink>
                  </li>
                ))}
              </ul>
            </Menu>
          </li>
        )}
      </ul>
    </nav>
  );
}

function PhoneLink({ item }: { readonly item: NavItem }) {
  return (
    <NavLink
      href={item.href}
      exact={item.exact}
      className={`${THUMB} relative text-ink-muted`}
      currentClassName="text-primary! shadow-[inset_0_3px_0_var(--color-primary)]"
    >
      <item.icon aria-hidden className="size-5" />
      <span className="max-w-full truncate">{item.label}</span>
      {item.count && item.count.value > 0 && (
        <span className="absolute start-1/2 top-0.5">
          <Count {...item.count} />
        </span>
      )}
    </NavLink>
  );
}
