import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";

export type Crumb = { readonly href: string; readonly label: string };

/** The way back up; the page itself is its title, not a crumb. */
export async function Breadcrumbs({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  const t = await getTranslations("ui.shell");
  return (
    <nav aria-label={t("breadcrumbs")} className="mb-1">
      <ol className="flex flex-wrap items-center text-sm">
        {crumbs.map((crumb) => (
          <li key={crumb.href} className="flex items-center">
            <Link href={crumb.href} className="prose-link inline-flex min-h-6 items-center max-md:min-h-11">
              {crumb.label}
            </Link>
            <ChevronRight aria-hidden className="mx-1 size-4 text-ink-subtle" />
          </li>
        ))}
      </ol>
    </nav>
  );
}
