import { and, eq, isNull } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { appendEvent } from "@/db/commands/journal";
import { thresholds } from "@/db/schema/alerts";
import type { Transaction } from "@/db/scope";
import type { AdminScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { changedThresholds } from "@/lib/policy/diff";
import type { PolicyContent } from "@/lib/policy/policy";

type Publication = {
  readonly base: PolicyContent;
  readonly content: PolicyContent;
  readonly effectiveFrom: Instant;
  readonly now: Instant;
};

/** The thresholds a version changes, as rows that alerts can name: each ends the one on the same figure. */
export async function publishThresholds(
  tx: Transaction,
  scope: AdminScope,
  { base, content, effectiveFrom, now }: Publication,
): Promise<void> {
  const origin = "contract:seller-terms" as const;
  const createdBy = scope.actor.kind === "operator" ? scope.actor.userId : null;
  for (const { measure, to } of changedThresholds(base, content)) {
    await tx
      .update(thresholds)
      .set({ endedAt: effectiveFrom })
      .where(and(eq(thresholds.measure, measure), isNull(thresholds.endedAt)));
    const id = uuidv7();
    if (to) await tx.insert(thresholds).values({ ...to, id, origin, effectiveFrom, createdBy });
    const payload = { thresholdId: to && id, measure, to: to && { ...to }, effectiveFrom };
    const stream = { kind: "marketplace" } as const;
    await appendEvent(tx, { stream, actor: scope.actor, at: now, type: "threshold_changed", payload });
  }
}
