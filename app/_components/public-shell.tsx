import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { currentViewer, homePath } from "@/lib/server/session";
import { Brand } from "./brand";
import { LanguageSwitch } from "./language-switch";
import { MAIN_ID } from "./skip-link";
import { LinkButton } from "./ui/link-button";

type Props = {
  readonly children: ReactNode;
  /** `bare` leaves out the links: for signing in, where there is one thing to do. */
  readonly variant?: "full" | "bare";
};

/** On a phone these two are in the page and at its foot: the header keeps signing in and the language. */
const HEADER_LINK =
  "flex min-h-11 items-center px-2 font-semibold text-on-band no-underline underline-offset-4 hover:underline max-md:hidden";

/** The frame of pages that anyone may read; who is signed in finds the way back to their own space. */
export async function PublicShell({ children, variant = "full" }: Props) {
  const [t, viewer] = await Promise.all([getTranslations("ui"), currentViewer()]);
  const entrance = viewer
    ? { href: homePath(viewer), words: t("shell.my_space") }
    : { href: "/connexion", words: t("shell.sign_in") };
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="on-band no-print bg-band text-on-band">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-2 md:gap-x-4 px-4 py-1.5 md:px-6">
          <Brand href="/" name={t("product.name")} />
          {variant === "full" && (
            <nav aria-label={t("shell.main_navigation")} className="ms-auto flex items-center gap-1">
              <Link href="/situations" className={HEADER_LINK}>
                {t("shell.situations")}
              </Link>
              <Link href="/reclamation" className={HEADER_LINK}>
                {t("shell.report_problem")}
              </Link>
              <LinkButton href={entrance.href} variant="band" size="small">
                {entrance.words}
              </LinkButton>
            </nav>
          )}
          <LanguageSwitch className={variant === "bare" ? "ms-auto" : undefined} />
        </div>
      </header>
      <main
        id={MAIN_ID}
        tabIndex={-1}
        className="mx-auto w-full max-w-6xl flex-1 px-4 py-8 outline-none md:px-6 md:py-10"
      >
        {children}
      </main>
      <footer className="no-print border-t border-line bg-sunken">
        <nav aria-label={t("shell.footer_navigation")} className="mx-auto max-w-6xl px-4 py-4 md:px-6">
          <ul className="flex flex-wrap gap-x-6">
            <FooterLink href="/situations">{t("shell.situations")}</FooterLink>
            <FooterLink href="/reclamation">{t("shell.report_problem")}</FooterLink>
            <FooterLink href="/retractation">{t("shell.withdraw")}</FooterLink>
            <FooterLink href={entrance.href}>{entrance.words}</FooterLink>
            <FooterLink href="/confidentialite">{t("shell.privacy")}</FooterLink>
            <FooterLink href="/mentions-legales">{t("shell.legal_notice")}</FooterLink>
            <FooterLink href="/accessibilite">{t("shell.accessibility")}</FooterLink>
          </ul>
        </nav>
      </footer>
    </div>
  );
}

function FooterLink({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <li>
      <Link href={href} className="prose-link inline-flex min-h-11 items-center">
        {children}
      </Link>
    </li>
  );
}
