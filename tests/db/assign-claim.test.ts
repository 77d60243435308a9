import { uuidv7 } from "uuidv7";
import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { assignClaim } from "@/db/commands/claim-life";
import { openClaim } from "@/db/commands/open-claim";
import { memberships, users } from "@/db/schema/users";
import { withScope } from "@/db/scope";
import type { MemberRole } from "@/lib/auth/role";
import { type Instant, instant } from "@/lib/calendar/instant";
import { sweepScope } from "@/lib/server/scope";
import { type MadeSeller, makeOrder, makeSeller } from "../support/factory";

afterAll(closeDatabase);

const NOW = instant("2026-11-20T12:00:00Z");

async function memberWith(seller: MadeSeller, role: MemberRole, revokedAt: Instant | null = null): Promise<string> {
  const userId = uuidv7();
  await withScope(sweepScope("test_setup"), async (tx) => {
    await tx.insert(users).values({ id: userId, email: `${userId}@example.org`, name: "Membre", createdAt: NOW });
    await tx.insert(memberships).values({ sellerId: seller.id, userId, role, createdAt: NOW, revokedAt });
  });
  return userId;
}

test("a claim is given to who may answer it, and to nobody else", async () => {
  const [seller, other] = [await makeSeller(), await makeSeller()];
  const order = await makeOrder(seller);
  const input = { orderNumber: order.number, situation: "damaged", message: "Abîmé." } as const;
  const claim = await openClaim(seller.scope, { input, recordedBy: "seller", locale: "fr" }, NOW);
  if (!claim.ok) throw new Error(claim.reason);
  const { claimId } = claim.value;
  const assign = (userId: string | null) => assignClaim(seller.scope, { claimId, userId }, NOW);
  for (const role of ["owner", "agent"] as const) {
    expect(await assign(await memberWith(seller, role))).toMatchObject({ ok: true });
  }
  for (const role of ["viewer", "accountant"] as const) {
    expect(await assign(await memberWith(seller, role))).toMatchObject({ ok: false, reason: "unknown_member" });
  }
  expect(await assign(await memberWith(seller, "agent", NOW))).toMatchObject({ ok: false, reason: "unknown_member" });
  expect(await assign(await memberWith(other, "agent"))).toMatchObject({ ok: false, reason: "unknown_member" });
  expect(await assign(null)).toMatchObject({ ok: true });
});
