import { desc, eq, isNull, lt } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { policies, policyDrafts } from "@/db/schema/marketplace";
import { users } from "@/db/schema/users";
import { type Transaction, withScope } from "@/db/scope";
import type { AdminScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { policyContentSchema } from "@/lib/policy/schema";

const SHOWN = 200;
const author = alias(users, "author");
const publisher = alias(users, "publisher");

/** Every published version, last first, with who wrote and who published it. */
export async function listPolicyVersions(scope: AdminScope) {
  return withScope(scope, (tx) => versionRows(tx).orderBy(desc(policies.version)).limit(SHOWN));
}

export type PolicyVersion = Awaited<ReturnType<typeof listPolicyVersions>>[number];

/** One version with the one before it, to tell what it changed. */
export async function findPolicyVersion(scope: AdminScope, version: number) {
  return withScope(scope, async (tx) => {
    const [row] = await versionRows(tx).where(eq(policies.version, version)).limit(1);
    if (!row) return undefined;
    const [before] = await tx
      .select({ content: policies.content })
      .from(policies)
      .where(lt(policies.version, version))
      .orderBy(desc(policies.version))
      .limit(1);
    return {
      ...row,
      content: policyContentSchema.parse(row.content),
      before: before ? policyContentSchema.parse(before.content) : undefined,
    };
  });
}

/** The draft that is open, with its author. */
export async function findPolicyDraft(scope: AdminScope) {
  const [row] = await withScope(scope, (tx) =>
    tx
      .select({ draft: policyDrafts, authorName: author.name })
      .from(policyDrafts)
      .leftJoin(author, eq(author.id, policyDrafts.author))
      .where(isNull(policyDrafts.endedAt))
      .limit(1),
  );
  return row && { ...row.draft, authorName: row.authorName, content: policyContentSchema.parse(row.draft.content) };
}

export type PolicyDraft = NonNullable<Awaited<ReturnType<typeof findPolicyDraft>>>;

/** Which of the versions, last first, rules what is received at an instant. */
export function inForceAt(versions: readonly PolicyVersion[], now: Instant): PolicyVersion | undefined {
  return versions.find(({ effectiveFrom }) => effectiveFrom <= now);
}

function versionRows(tx: Transaction) {
  return tx
    .select({
      version: policies.version,
      content: policies.content,
      effectiveFrom: policies.effectiveFrom,
      publishedAt: policies.publishedAt,
      reason: policies.reason,
      authorName: author.name,
      publisherName: publisher.name,
    })
    .from(policies)
    .leftJoin(author, eq(author.id, policies.draftedBy))
    .leftJoin(publisher, eq(publisher.id, policies.publishedBy))
    .$dynamic();
}
