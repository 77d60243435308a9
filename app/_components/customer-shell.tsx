import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LanguageSwitch } from "./language-switch";
import { MAIN_ID } from "./skip-link";

export type FooterLink = { readonly href: string; readonly label: string };

type Props = {
  /** The operator's name, as the customer knows it from the order. */
  readonly marketplaceName: string;
  /** How to reach the seller by phone or post: on every page of the customer. */
  readonly contact?: ReactNode;
  readonly footerLinks: readonly FooterLink[];
  readonly children: ReactNode;
};

/** The frame of the customer's pages: one column, large type, nothing that needs JavaScript. */
export async function CustomerShell({ marketplaceName, contact, footerLinks, children }: Props) {
  const t = await getTranslations("ui.shell");
  return (
    <div className="flex min-h-dvh flex-col text-[1.0625rem] leading-relaxed">
      <header className="border-b-4 border-b-accent bg-surface print:border-b">
        <div className="mx-auto flex max-w-3xl items-center justify-between gap-4 px-4 py-2.5">
          <p className="text-lg font-bold">{marketplaceName}</p>
          <LanguageSwitch className="no-print" />
        </div>
      </header>
      <main id={MAIN_ID} tabIndex={-1} className="mx-auto w-full max-w-3xl flex-1 px-4 py-7 outline-none">
        {children}
      </main>
      <footer className="border-t border-line bg-sunken">
        <div className="mx-auto grid max-w-3xl gap-4 px-4 py-6">
          {contact && <address className="not-italic">{contact}</address>}
          <nav aria-label={t("footer_navigation")}>
            <ul className="flex flex-wrap gap-x-6 gap-y-1">
              {footerLinks.map((link) => (
                <li key={link.href}>
                  <Link href={link.href} className="prose-link inline-flex min-h-11 items-center">
                    {link.label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </footer>
    </div>
  );
}
