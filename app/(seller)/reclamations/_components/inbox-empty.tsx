import { Inbox, SearchX } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { LinkButton } from "@/app/_components/ui/link-button";
import type { ClaimState } from "@/lib/claims/claim";
import { CLAIM_VIEWS, claimsOfView, type InboxSearch, inboxHref, isFiltered } from "./inbox-search";

type Props = {
  readonly search: InboxSearch;
  /** How many of the claims looked for there are in each state. */
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
        {counts && <OtherTabs search={search} counts={counts} />}
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

/** Where else what was looked for is: a number pasted into the box need not be tried tab by tab. */
async function OtherTabs({ search, counts }: Required<Props>) {
  const t = await getTranslations("inbox");
  const views = CLAIM_VIEWS.filter((view) => claimsOfView(view, counts) > 0);
  return (
    <ul className="mt-3 space-y-1">
      {views.map((view) => (
        <li key={view}>
          <a className="prose-link" href={inboxHref(search, { vue: view })}>
            {t("empty.elsewhere", { count: claimsOfView(view, counts), tab: t(`tabs.${view}`) })}
          </a>
        </li>
      ))}
    </ul>
  );
}
