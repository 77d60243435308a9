import { Square } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { areasBlackedOut, type BlackOutSource, blackOutRefusal } from "@/lib/evidence/black-out";

type Props = {
  readonly document: BlackOutSource & { readonly id: string; readonly fileName: string; readonly facts?: unknown };
  /** Of the claim's tool; absent for whoever only reads. */
  readonly tool: string | undefined;
};

/** The way to black out names on a picture that was not sent yet, or what became of one on which it was done. */
export function BlackOutLink({ document, tool }: Props) {
  const t = useTranslations("blackOut");
  if (document.replacedBy) return <p className="text-sm text-ink-muted">{t("replaced")}</p>;
  const areas = areasBlackedOut(document.facts);
  const isOffered = tool && !blackOutRefusal(document);
  if (!isOffered && !areas) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-4">
      {areas && <span className="text-sm text-ink-muted">{t("made", { count: areas })}</span>}
      {isOffered && (
        <Link
          href={`${tool}/${document.id}`}
          prefetch={false}
          aria-label={t("open_file", { name: document.fileName })}
          className="prose-link inline-flex min-h-6 items-center gap-1.5"
        >
          <Square aria-hidden className="size-4 fill-current" />
          {t("open")}
        </Link>
      )}
    </p>
  );
}
