import { uuidv7 } from "uuidv7";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { closeDatabase } from "@/db/client";
import { ensureLink } from "@/db/commands/links";
import { findCustomerLink } from "@/db/queries/links";
import { customerLinks } from "@/db/schema/links";
import { withScope } from "@/db/scope";
import { isTokenOfLink, linkToken } from "@/lib/auth/link-token";
import { instant } from "@/lib/calendar/instant";
import { openCustomerLink } from "@/lib/server/customer-link";
import { authSecret } from "@/lib/server/secret";
import { makeOrder, makeSeller } from "../../support/factory";

vi.mock("@/db/queries/links", { spy: true });
vi.mock("@/lib/auth/link-token", { spy: true });

afterAll(closeDatabase);
beforeEach(() => vi.clearAllMocks());

const NOW = instant("2026-11-23T09:00:00Z");

type Changes = Partial<typeof customerLinks.$inferInsert>;

async function linkWith(changes: Changes) {
  const seller = await makeSeller();
  const order = await makeOrder(seller);
  const of = { sellerId: seller.id, orderId: order.id, audience: "mailed" } as const;
  const link = await withScope(seller.job, async (tx) => {
    const made = await ensureLink(tx, of, { actor: seller.job.actor, now: NOW, claimId: uuidv7() });
    if (Object.keys(changes).length > 0) await tx.update(customerLinks).set(changes);
    return made;
  });
  return linkToken(authSecret(), link);
}

const nobody = () => linkToken(authSecret(), { id: uuidv7(), generation: 1 });

test.each([
  { because: "alive", token: () => linkWith({}), opens: true },
  { because: "no token at all", token: () => "court", opens: false },
  { because: "empty", token: () => "", opens: false },
  { because: "of a link nobody has", token: nobody, opens: false },
  { because: "forged", token: async () => `${(await linkWith({})).slice(0, -4)}AAAA`, opens: false },
  { because: "expired", token: () => linkWith({ expiresAt: NOW }), opens: false },
  { because: "revoked", token: () => linkWith({ revokedAt: NOW }), opens: false },
  { because: "of an earlier generation", token: () => linkWith({ generation: 2 }), opens: false },
])("a token that is $because costs one look-up and one tag, whatever it opens", async ({ token, opens }) => {
  const given = await token();
  vi.clearAllMocks();
  expect((await openCustomerLink(given, NOW)) !== undefined).toBe(opens);
  expect(findCustomerLink).toHaveBeenCalledTimes(1);
  expect(isTokenOfLink).toHaveBeenCalledTimes(1);
});
