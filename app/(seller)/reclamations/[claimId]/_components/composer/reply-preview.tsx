"use client";
import { Eye } from "lucide-react";
import { useTranslations } from "next-intl";
import { acceptanceOf, type Solution } from "@/lib/replies/solution";
import type { WrittenParagraph } from "@/lib/replies/write";
import { ReplyText } from "../reply-text";
import type { ComposerData } from "./composer-data";

type Props = {
  readonly data: ComposerData;
  readonly solution: Solution;
  readonly paragraphs: readonly WrittenParagraph[];
};

/** The answer as the customer will read it, word for word and in their language. */
export function ReplyPreview({ data, solution, paragraphs }: Props) {
  const t = useTranslations("reply.preview");
  return (
    <section aria-label={t("title")} className="rounded-lg border border-line bg-sunken p-card xl:sticky xl:top-4">
      <p className="mb-2 flex items-center gap-2 text-sm font-semibold text-ink-muted">
        <Eye aria-hidden className="size-4" />
        {t("title")}
      </p>
      <div lang={data.customer.locale} className="rounded-md border border-line bg-surface p-4">
        {paragraphs.length === 0 ? (
          <p className="text-ink-muted">{t("empty")}</p>
        ) : (
          <ReplyText paragraphs={paragraphs} />
        )}
      </div>
      {data.customer.locale === "en" && <p className="mt-2 text-sm text-ink-muted">{t("in_english")}</p>}
      {acceptanceOf(solution) !== "none" && <p className="mt-2 text-sm text-ink-muted">{t("may_accept")}</p>}
    </section>
  );
}
