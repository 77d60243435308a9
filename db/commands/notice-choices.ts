import { and, eq, isNull } from "drizzle-orm";
import { appendEvent } from "@/db/commands/journal";
import { memberships } from "@/db/schema/users";
import { withScope } from "@/db/scope";
import type { SellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { NoticeChoices } from "@/lib/notifications/notice";
import { accepted, type Outcome, refused } from "@/lib/outcome";

/** What a member wants to be told of, and when: their own choice, whatever their role. */
export async function changeNoticeChoices(
  scope: SellerScope,
  noticeChoices: NoticeChoices,
  now: Instant,
): Promise<Outcome<null, "not_found">> {
  const { actor, sellerId } = scope;
  if (actor.kind !== "member") return refused("not_found");
  return withScope(scope, async (tx) => {
    const changed = await tx
      .update(memberships)
      .set({ noticeChoices })
      .where(
        and(eq(memberships.sellerId, sellerId), eq(memberships.userId, actor.userId), isNull(memberships.revokedAt)),
      );
    if (changed.count === 0) return refused("not_found");
    await appendEvent(tx, {
      stream: { kind: "seller", id: sellerId, sellerId },
      type: "member_changed",
      actor,
      at: now,
      payload: { userId: actor.userId, noticeChoices },
    });
    return accepted(null);
  });
}
