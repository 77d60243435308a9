import { getTranslations } from "next-intl/server";
import { Tabs } from "@/app/_components/ui/tabs";
import type { ClaimState } from "@/lib/claims/claim";
import { claimsOfView, INBOX_VIEWS, type InboxSearch, inboxHref } from "./inbox-search";

type Props = {
  readonly search: InboxSearch;
  readonly counts: Readonly<Record<ClaimState, number>>;
  readonly promisesDue: number;
};

/** The states of a claim as the seller thinks of them, with exact counts of what is looked for; a filter stays from tab to tab. */
export async function InboxTabs({ search, counts, promisesDue }: Props) {
  const t = await getTranslations("inbox");
  const tabs = INBOX_VIEWS.map((view) => {
    const isPromises = view === "promesses";
    const value = isPromises ? promisesDue : claimsOfView(view, counts);
    return {
      href: inboxHref(search, { vue: view }),
      label: t(`tabs.${view}`),
      isCurrent: view === search.vue,
      count: { value, words: t(isPromises ? "promise_count" : "tab_count", { count: value }) },
    };
  });
  return <Tabs label={t("tabs_label")} tabs={tabs} />;
}
