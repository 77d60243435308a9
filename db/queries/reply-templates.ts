import { and, asc, eq, isNull, or } from "drizzle-orm";
import { replyTemplates } from "@/db/schema/reply-templates";
import { withScope } from "@/db/scope";
import type { SellerScope } from "@/lib/auth/scope";
import type { Situation } from "@/lib/claims/claim";

/** The seller's ready-made messages, by name. */
export async function listTemplates(scope: SellerScope) {
  return withScope(scope, (tx) =>
    tx
      .select()
      .from(replyTemplates)
      .where(eq(replyTemplates.sellerId, scope.sellerId))
      .orderBy(asc(replyTemplates.name), asc(replyTemplates.locale))
      .limit(500),
  );
}

export type SavedTemplate = Awaited<ReturnType<typeof listTemplates>>[number];

/** Those that fit an answer in a situation, in the customer's language. */
export async function listTemplatesFor(scope: SellerScope, situation: Situation, locale: "fr" | "en") {
  const fits = or(isNull(replyTemplates.situation), eq(replyTemplates.situation, situation));
  return withScope(scope, (tx) =>
    tx
      .select({
        id: replyTemplates.id,
        name: replyTemplates.name,
        solution: replyTemplates.solution,
        body: replyTemplates.body,
      })
      .from(replyTemplates)
      .where(and(eq(replyTemplates.sellerId, scope.sellerId), eq(replyTemplates.locale, locale), fits))
      .orderBy(asc(replyTemplates.name))
      .limit(200),
  );
}
