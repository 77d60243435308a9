import { ChevronLeft, ChevronRight } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "./link-button";

type Props = {
  /** What is paged, for who lists the landmarks: "Réclamations". */
  readonly label: string;
  readonly previousHref?: string | undefined;
  readonly nextHref?: string | undefined;
  /** Where one is: "1 à 50 sur 214". */
  readonly position?: string;
};

/** Pages by cursor: there is a next and a previous, and no number that would be wrong a second later. */
export async function Pagination({ label, previousHref, nextHref, position }: Props) {
  const t = await getTranslations("ui.pagination");
  if (!previousHref && !nextHref) return null;
  return (
    <nav aria-label={t("label", { label })} className="mt-stack flex flex-wrap items-center justify-between gap-3">
      <span>
        {previousHref && (
          <LinkButton href={previousHref} rel="prev" variant="secondary">
            <ChevronLeft aria-hidden />
            {t("previous")}
          </LinkButton>
        )}
      </span>
      {position && <p className="tabular text-ink-muted">{position}</p>}
      <span>
        {nextHref && (
          <LinkButton href={nextHref} rel="next" variant="secondary">
            {t("next")}
            <ChevronRight aria-hidden />
          </LinkButton>
        )}
      </span>
    </nav>
  );
}
