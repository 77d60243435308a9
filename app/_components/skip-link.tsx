import { getTranslations } from "next-intl/server";

/** Where the skip link lands; every shell gives its <main> this id. */
export const MAIN_ID = "contenu";

export async function SkipLink() {
  const t = await getTranslations("ui.shell");
  return (
    <a
      href={`#${MAIN_ID}`}
      className="no-print sr-only z-50 rounded-md bg-accent px-4 py-3 font-semibold text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
    >
      {t("skip_to_content")}
    </a>
  );
}
