import { getLocale } from "next-intl/server";
import { LOCALES, type Locale } from "@/lib/i18n/locale";

/** A language is named in itself: these words are the same whatever the screen's language. */
const NAMES: Record<Locale, string> = { fr: "Français", en: "English" };

/** Changes the language by a plain form, then comes back to the page it was on. No JavaScript needed. */
export async function LanguageSwitch({ className }: { readonly className?: string | undefined }) {
  const current = await getLocale();
  return (
    <form method="post" action="/api/locale" className={className}>
      {LOCALES.filter((locale) => locale !== current).map((locale) => (
        <button
          key={locale}
          type="submit"
          name="locale"
          value={locale}
          lang={locale}
          className="inline-flex min-h-control items-center rounded-sm px-2 font-semibold underline underline-offset-4 hover:decoration-2"
        >
          {NAMES[locale]}
        </button>
      ))}
    </form>
  );
}
