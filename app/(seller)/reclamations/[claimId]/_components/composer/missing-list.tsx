"use client";
import clsx from "clsx";
import { CircleCheck, ListTodo, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { OriginBadge } from "@/app/_components/origin-badge";
import { SOFT } from "@/app/_components/ui/tone";
import type { Messages } from "@/lib/i18n/messages";
import type { ReplyVerdict } from "@/lib/replies/verdict";

type Props = { readonly verdict: ReplyVerdict; readonly words: Messages["missing"] };

/** What the answer still lacks and what it is warned of, each with where the demand comes from. */
export function MissingList({ verdict, words }: Props) {
  const t = useTranslations("reply.missing");
  const { missing, flags } = verdict;
  const tone = flags.some(({ severity }) => severity === "unlawful") ? "late" : "soon";
  return (
    <div className="grid gap-3">
      <p role="status" className="sr-only">
        {t("status", { count: missing.length })}
      </p>
      {missing.length === 0 ? (
        <p className="flex items-center gap-2 rounded-md border border-fine-line bg-fine-soft px-3.5 py-2.5 font-semibold text-fine">
          <CircleCheck aria-hidden className="size-5 shrink-0" />
          {t("complete")}
        </p>
      ) : (
        <section
          aria-label={t("title", { count: missing.length })}
          className="rounded-md border border-soon-line bg-soon-soft p-3.5"
        >
          <p className="mb-1.5 flex items-center gap-2 font-bold text-soon">
            <ListTodo aria-hidden className="size-5 shrink-0" />
            {t("title", { count: missing.length })}
          </p>
          <ul className="space-y-1.5">
            {missing.map(({ code, field, origin }) => (
              <li key={`${code} ${field}`} className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
                {field ? (
                  <a href={`#reponse-${field}`} className="prose-link text-ink">
                    {words[code]}
                  </a>
                ) : (
                  <span>{words[code]}</span>
                )}
                <OriginBadge origin={origin} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {flags.length > 0 && (
        <section aria-label={t("flags")} className={clsx("rounded-md border p-3.5", SOFT[tone])}>
          <p className="mb-1.5 flex items-center gap-2 font-bold">
            <TriangleAlert aria-hidden className="size-5 shrink-0" />
            {t("flags")}
          </p>
          <ul className="space-y-1.5">
            {flags.map(({ code, field, origin }) => (
              <li key={`${code} ${field}`} className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5 text-ink">
                <span>{words.flags[code]}</span>
                <OriginBadge origin={origin} />
              </li>
            ))}
          </ul>
          <p className="mt-1.5 text-sm text-ink-muted">{t("flags_note")}</p>
        </section>
      )}
    </div>
  );
}
