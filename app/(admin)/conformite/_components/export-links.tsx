import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { buttonClass } from "@/app/_components/ui/button";
import { type FigureChoice, figureAddress } from "@/lib/compliance/period";
import { formatMonth } from "@/lib/i18n/format";

/** The figures of a choice to take away, and last month's report of the chosen seller. */
export function ExportLinks({ choice, isOwn = false }: { readonly choice: FigureChoice; readonly isOwn?: boolean }) {
  const t = useTranslations("compliance.export");
  const locale = useLocale();
  const formats = ["csv", "xlsx"] as const;
  const reported = monthBefore(choice.toOn);
  const seller: Readonly<Record<string, string>> = choice.sellerId ? { vendeur: choice.sellerId } : {};
  return (
    <section aria-labelledby="exporter" className="no-print my-6">
      <h2 id="exporter" className="mb-3 text-xl font-bold">
        {t("title")}
      </h2>
      <div className="flex flex-wrap gap-3">
        {formats.map((format) => (
          <a
            key={format}
            className={buttonClass({ variant: "secondary" })}
            href={figureAddress("/api/conformite/export", choice, { format })}
            download
          >
            <Download aria-hidden className="size-[1.1em]" />
            {t(format)}
          </a>
        ))}
        {(isOwn || choice.sellerId) && (
          <a
            className={buttonClass({ variant: "secondary" })}
            href={`/api/conformite/rapport?${new URLSearchParams({ mois: reported, ...seller })}`}
            download
          >
            <Download aria-hidden className="size-[1.1em]" />
            {t("report", { month: formatMonth(reported, locale) })}
          </a>
        )}
      </div>
      {!isOwn && !choice.sellerId && <p className="mt-2 text-sm text-ink-muted">{t("choose_seller")}</p>}
    </section>
  );
}

/** `2026-10` for a day of November 2026: the last month that is over. */
function monthBefore(day: string): string {
  const [year = 0, month = 0] = day.split("-").map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, "0")}`;
}
