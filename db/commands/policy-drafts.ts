import { eq, isNull } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { appendEvent } from "@/db/commands/journal";
import { publishThresholds } from "@/db/commands/publish-thresholds";
import { getLastPolicy, getMarketplace, type NumberedPolicy } from "@/db/queries/policy";
import { policies, policyDrafts } from "@/db/schema/marketplace";
import { type Transaction, withScope } from "@/db/scope";
import { mayAdministerMarketplace } from "@/lib/auth/permissions";
import type { AdminScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { localDay, startOfDay } from "@/lib/calendar/zone";
import { accepted, type Outcome, refused } from "@/lib/outcome";
import { policyChanges } from "@/lib/policy/diff";
import { draftedContent, type PolicyDraftInput, type PolicyRefusal, refusePolicy } from "@/lib/policy/draft";
import { policyContentSchema } from "@/lib/policy/schema";

export type PolicyDraftRefusal =
  | PolicyRefusal
  | "not_allowed"
  | "no_draft"
  | "not_the_author"
  | "own_draft"
  | "draft_changed"
  | "older_base";
type Done<Value> = Promise<Outcome<Value, PolicyDraftRefusal>>;
type Draft = typeof policyDrafts.$inferSelect;

/** Write the draft, or change one's own. What it changes is told by the journal each time. */
export async function savePolicyDraft(scope: AdminScope, input: PolicyDraftInput, now: Instant): Done<null> {
  if (!mayAdministerMarketplace(scope)) return refused("not_allowed");
  const author = userOf(scope);
  return withScope(scope, async (tx) => {
    const open = await lockOpenDraft(tx);
    if (open && open.author !== author) return refused("not_the_author");
    const base = await getLastPolicy(tx);
    const content = draftedContent(base.content, input, base.version + 1);
    const { effectiveOn, reason } = input;
    const refusal = await refuseFollowing(tx, base, { content, effectiveOn }, now);
    if (refusal) return refused(refusal, fieldOf(refusal));
    const row = { basedOn: base.version, content, effectiveOn, reason, updatedAt: now };
    if (open) {
      await tx
        .update(policyDrafts)
        .set({ ...row, revision: open.revision + 1 })
        .where(eq(policyDrafts.id, open.id));
    } else {
      await tx.insert(policyDrafts).values({ ...row, id: uuidv7(), author, createdAt: now });
    }
    const changes = policyChanges(base.content, content);
    await tell(tx, scope, { type: "policy_drafted", now, payload: { basedOn: base.version, effectiveOn, changes } });
    return accepted(null);
  });
}

/** Give the draft up: its author, or another admin who will not publish it. */
export async function endPolicyDraft(scope: AdminScope, now: Instant): Done<null> {
  if (!mayAdministerMarketplace(scope)) return refused("not_allowed");
  return withScope(scope, async (tx) => {
    const draft = await lockOpenDraft(tx);
    if (!draft) return refused("no_draft");
    await tx.update(policyDrafts).set({ endedAt: now }).where(eq(policyDrafts.id, draft.id));
    await tell(tx, scope, { type: "policy_draft_ended", now, payload: { draftId: draft.id, author: draft.author } });
    return accepted(null);
  });
}

/**
 * Publish the draft as it was shown. Another admin than its author does: the database holds it too. Claims received
 * from its day on are ruled by it; those received before keep their version and their dates.
 */
export async function publishPolicy(
  scope: AdminScope,
  shown: { readonly revision: number },
  now: Instant,
): Done<{ readonly version: number }> {
  if (!mayAdministerMarketplace(scope)) return refused("not_allowed");
  const publisher = userOf(scope);
  return withScope(scope, async (tx) => {
    const draft = await lockOpenDraft(tx);
    if (!draft) return refused("no_draft");
    if (draft.author === publisher) return refused("own_draft");
    if (draft.revision !== shown.revision) return refused("draft_changed");
    const base = await getLastPolicy(tx);
    if (draft.basedOn !== base.version) return refused("older_base");
    const content = policyContentSchema.parse(draft.content);
    const refusal = await refuseFollowing(tx, base, { content, effectiveOn: draft.effectiveOn }, now);
    if (refusal) return refused(refusal);
    await write(tx, scope, { draft: { ...draft, content }, base, now });
    return accepted({ version: base.version + 1 });
  });
}

type Publication = { readonly draft: Draft; readonly base: NumberedPolicy; readonly now: Instant };

async function write(tx: Transaction, scope: AdminScope, { draft, base, now }: Publication): Promise<void> {
  const { zone } = await getMarketplace(tx);
  const { content, effectiveOn, reason, author: draftedBy } = draft;
  const version = base.version + 1;
  const effectiveFrom = startOfDay(effectiveOn, zone);
  const publishedBy = userOf(scope);
  await tx
    .insert(policies)
    .values({ version, content, effectiveFrom, publishedAt: now, publishedBy, draftedBy, reason });
  const ended = { endedAt: now, publishedVersion: version };
  await tx.update(policyDrafts).set(ended).where(eq(policyDrafts.id, draft.id));
  const changes = policyChanges(base.content, content);
  const payload = { version, effectiveFrom, effectiveOn, draftedBy, reason, changes };
  await tell(tx, scope, { type: "policy_published", now, payload });
  await publishThresholds(tx, scope, { base: base.content, content, effectiveFrom, now });
}

/** Drafts are written one after the other: two at once would publish what nobody saw. */
async function lockOpenDraft(tx: Transaction): Promise<Draft | undefined> {
  const [draft] = await tx.select().from(policyDrafts).where(isNull(policyDrafts.endedAt)).for("update").limit(1);
  return draft;
}

async function refuseFollowing(
  tx: Transaction,
  base: NumberedPolicy,
  draft: Parameters<typeof refusePolicy>[1],
  now: Instant,
) {
  const { zone } = await getMarketplace(tx);
  const effectiveOn = localDay(base.effectiveFrom, zone);
  return refusePolicy({ content: base.content, effectiveOn }, draft, localDay(now, zone));
}

function fieldOf(refusal: PolicyRefusal) {
  const isDay = refusal === "effective_in_past" || refusal === "before_last_version";
  return isDay ? { effectiveOn: [refusal] } : undefined;
}

function userOf({ actor }: AdminScope): string {
  if (actor.kind !== "operator") throw new Error(`Policies are made by an operator, not by ${actor.kind}`);
  return actor.userId;
}

type Told = Pick<Parameters<typeof appendEvent>[1], "type" | "payload"> & { readonly now: Instant };

async function tell(tx: Transaction, scope: AdminScope, { now, ...fact }: Told): Promise<void> {
  await appendEvent(tx, { stream: { kind: "marketplace" }, actor: scope.actor, at: now, ...fact });
}
