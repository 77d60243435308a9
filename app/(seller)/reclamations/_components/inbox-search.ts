import { z } from "zod";
import type { PromiseFilter, PromiseNarrowing } from "@/db/queries/due-promises";
import type { ClaimNarrowing, InboxFilter } from "@/db/queries/inbox";
import { fromEpochMs, type Instant, toEpochMs } from "@/lib/calendar/instant";
import { type ClaimState, SITUATIONS } from "@/lib/claims/claim";
import { readInboxCursor } from "@/lib/claims/inbox-cursor";
import { storableText } from "@/lib/messages/clean";
import { readPromiseCursor } from "@/lib/replies/promise-cursor";

/** The tabs of the inbox, by what they are called in the address. */
export const INBOX_VIEWS = ["a-traiter", "promesses", "attente-client", "remontees", "closes"] as const;
export type InboxView = (typeof INBOX_VIEWS)[number];

/** The promises due cut across the states: a claim may wait for the customer and owe a refund. */
export type ClaimView = Exclude<InboxView, "promesses">;

export const STATES_OF_VIEW = {
  "a-traiter": ["to_triage", "awaiting_seller"],
  "attente-client": ["awaiting_customer"],
  remontees: ["escalated"],
  closes: ["closed"],
} as const satisfies Record<ClaimView, readonly ClaimState[]>;

export const CLAIM_VIEWS = INBOX_VIEWS.filter((view) => view !== "promesses");

export function claimsOfView(view: ClaimView, counts: Readonly<Record<ClaimState, number>>): number {
  return STATES_OF_VIEW[view].reduce((sum, state) => sum + counts[state], 0);
}

export const DUE_FILTERS = ["retard", "24h"] as const;
const PAGE_SIZE = 25;
const DAY_MS = 86_400_000;

/** Whatever an address holds, a list can be shown: what is not understood is left out. */
const inboxSearchSchema = z.object({
  vue: z.enum(INBOX_VIEWS).catch("a-traiter"),
  situation: z.enum(SITUATIONS).optional().catch(undefined),
  echeance: z.enum(DUE_FILTERS).optional().catch(undefined),
  q: z.string().overwrite(storableText).trim().max(200).optional().catch(undefined),
  apres: z.string().max(100).optional().catch(undefined),
});
export type InboxSearch = z.output<typeof inboxSearchSchema>;

export type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

export function readInboxSearch(params: SearchParams): InboxSearch {
  return inboxSearchSchema.parse(params);
}

/** What is looked for, whatever the tab. */
export function narrowingOf({ situation, echeance, q }: InboxSearch, now: Instant): ClaimNarrowing {
  return { situations: situation && [situation], dueBefore: echeance && dueBefore(echeance, now), words: q };
}

/** One claim more than a page holds is asked for: it tells that there is a next page. */
export function filterOf(search: InboxSearch, view: ClaimView, now: Instant): InboxFilter {
  return {
    ...narrowingOf(search, now),
    states: STATES_OF_VIEW[view],
    after: readInboxCursor(search.apres),
    limit: PAGE_SIZE + 1,
  };
}

export function promiseNarrowingOf({ situation, echeance, q }: InboxSearch): PromiseNarrowing {
  return { by: echeance ? DAY_OF_DUE_FILTER[echeance] : "today", situation, words: q };
}

export function promiseFilterOf(search: InboxSearch): PromiseFilter {
  return {
    ...promiseNarrowingOf(search),
    after: readPromiseCursor(search.apres),
    limit: PAGE_SIZE + 1,
  };
}

const DAY_OF_DUE_FILTER = { retard: "yesterday", "24h": "tomorrow" } as const satisfies Record<
  (typeof DUE_FILTERS)[number],
  PromiseFilter["by"]
>;

export function pageOf<Row>(rows: readonly Row[]): { readonly shown: readonly Row[]; readonly last: Row | undefined } {
  const shown = rows.slice(0, PAGE_SIZE);
  return { shown, last: rows.length > PAGE_SIZE ? shown.at(-1) : undefined };
}

export function isFiltered({ situation, echeance, q }: InboxSearch): boolean {
  return Boolean(situation || echeance || q);
}

/** Address of the inbox with some of it changed; the page one was on is kept only when asked for. */
export function inboxHref(search: InboxSearch, changes: Partial<InboxSearch> = {}): string {
  const wanted = { ...search, apres: undefined, ...changes };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(wanted)) {
    if (value && !(name === "vue" && value === "a-traiter")) query.set(name, value);
  }
  const text = query.toString();
  return text === "" ? "/reclamations" : `/reclamations?${text}`;
}

/** A bound counts as late from its own instant on. */
function dueBefore(filter: (typeof DUE_FILTERS)[number], now: Instant): Instant {
  return fromEpochMs(toEpochMs(now) + 1 + (filter === "24h" ? DAY_MS : 0));
}
