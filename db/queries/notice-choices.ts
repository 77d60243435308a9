import { and, eq, isNull } from "drizzle-orm";
import { memberships } from "@/db/schema/users";
import { withScope } from "@/db/scope";
import type { SellerScope } from "@/lib/auth/scope";

/** What a member chose to be told of otherwise than by the defaults, and their role; undefined for who is no member. */
export async function findNoticeReader(scope: SellerScope) {
  const { actor, sellerId } = scope;
  if (actor.kind !== "member") return undefined;
  const [member] = await withScope(scope, (tx) =>
    tx
      .select({ role: memberships.role, choices: memberships.noticeChoices })
      .from(memberships)
      .where(
        and(eq(memberships.sellerId, sellerId), eq(memberships.userId, actor.userId), isNull(memberships.revokedAt)),
      ),
  );
  return member;
}
