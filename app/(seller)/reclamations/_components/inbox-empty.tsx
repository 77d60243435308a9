import { Inbox, SearchX } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { LinkButton } from "@/app/_components/ui/link-button";
import type { ClaimState } from "@/lib/claims/claim";
import { type InboxSearch, inboxHref, isFiltered } from "./inbox-search";

type Props = {
  readonly search: InboxSearch;
  /** How many claims there are at all, where a list without one may be a new seller's. */
  readonly counts?: Readonly<Record<ClaimState, number>>;
};

/** Nothing matches, nothing is waiting, or nothing ever came: three different things to be told. */
export async function InboxEmpty({ search, counts }: Props) {
  const t = await getTranslations("inbox.empty");
  if (isFiltered(search) || search.apres) {
    return (
      <EmptyState
        icon={SearchX}
        title={t("no_match.title")}
        actions={
          <LinkButton
            href={inboxHref(search, { situation: undefined, echeance: undefined, q: undefined })}
            variant="secondary"
          >
            {t("no_match.action")}
          </LinkButton>
        }
      >
        <p>{t("no_match.text")}</p>
      </EmptyState>
    );
  }
  const isNew = counts && Object.values(counts).every((count) => count === 0);
  if (isNew) {
    return (
      <EmptyState
        icon={Inbox}
        title={t("first.title")}
        actions={
          <LinkButton href="/commandes/import" variant="secondary">
            {t("first.action")}
          </LinkButton>
        }
      >
        <p>{t("first.text")}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={Inbox} title={t(`${search.vue}.title`)}>
      <p>{t(`${search.vue}.text`)}</p>
    </EmptyState>
  );
}
