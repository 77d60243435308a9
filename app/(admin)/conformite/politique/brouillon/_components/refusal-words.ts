import { getTranslations } from "next-intl/server";
import type { PolicyDraftRefusal } from "@/db/commands/policy-drafts";

const REFUSALS = [
  "not_allowed",
  "no_draft",
  "not_the_author",
  "own_draft",
  "draft_changed",
  "older_base",
  "effective_in_past",
  "before_last_version",
  "nothing_changed",
  "law_is_locked",
] as const satisfies readonly PolicyDraftRefusal[];

/** Why a draft is not saved or not published, in the reader's words. */
export async function refusalWords(): Promise<Readonly<Record<string, string>>> {
  const t = await getTranslations("policy.refusals");
  return Object.fromEntries(REFUSALS.map((reason) => [reason, t(reason)]));
}
