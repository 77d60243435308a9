import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { cookies, headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DENSITY_COOKIE, densityFrom, THEME_COOKIE, themeFrom } from "@/lib/i18n/appearance";
import { ClientMessages } from "./_components/client-messages";
import { SkipLink } from "./_components/skip-link";
import { ToastProvider } from "./_components/ui/toast";
import "./globals.css";

const latin = localFont({
  src: "./_fonts/source-sans-3-latin.woff2",
  weight: "200 900",
  variable: "--font-source-sans",
  display: "swap",
});
const latinExtended = localFont({
  src: "./_fonts/source-sans-3-latin-ext.woff2",
  weight: "200 900",
  variable: "--font-source-sans-ext",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: "unicode-range", value: "U+0100-0130, U+0132-0151, U+0154-02BA, U+1E00-1EFF, U+20A0-20AB" }],
});

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("ui.product");
  return { title: { default: t("name"), template: `%s · ${t("name")}` }, description: t("description") };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#0a3340" },
    { media: "(prefers-color-scheme: dark)", color: "#0a2530" },
  ],
};

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  // Reading the request makes every page dynamic: only such pages carry the nonce of the policy in proxy.ts.
  await headers();
  const [locale, jar] = await Promise.all([getLocale(), cookies()]);
  const theme = themeFrom(jar.get(THEME_COOKIE)?.value);
  const density = densityFrom(jar.get(DENSITY_COOKIE)?.value);
  return (
    <html
      lang={locale}
      data-theme={theme === "system" ? undefined : theme}
      data-density={density}
      className={`${latin.variable} ${latinExtended.variable} font-sans`}
    >
      <body>
        <SkipLink />
        <ClientMessages>
          <ToastProvider>{children}</ToastProvider>
        </ClientMessages>
      </body>
    </html>
  );
}
