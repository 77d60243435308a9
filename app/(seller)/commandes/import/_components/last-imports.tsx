import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Section } from "@/app/_components/ui/card";
import type { ListedImport } from "@/db/queries/imports";
import { formatInstant } from "@/lib/i18n/format";
import { requireViewer } from "@/lib/server/session";

/** Files of the last days, to come back to one. */
export async function LastImports({ files }: { readonly files: readonly ListedImport[] }) {
  const [t, locale, { zone }] = await Promise.all([getTranslations("import"), getLocale(), requireViewer()]);
  return (
    <Section id="derniers" title={t("last.title")}>
      <ul className="divide-y divide-line">
        {files.map((file) => (
          <li key={file.id} className="py-2 first:pt-0 last:pb-0">
            <Link href={`/commandes/import/${file.id}`} className="prose-link font-semibold break-all">
              {file.fileName}
            </Link>
            <p className="text-sm text-ink-muted">
              {[
                formatInstant(new Date(file.createdAt), zone, locale, "numeric"),
                t(`status.${file.status}`),
                file.status === "done" &&
                  t("last.result", {
                    created: file.createdCount,
                    updated: file.updatedCount,
                    unchanged: file.unchangedCount,
                  }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
