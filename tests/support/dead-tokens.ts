import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { ensureLink } from "@/db/commands/links";
import { customerLinks } from "@/db/schema/links";
import { withScope } from "@/db/scope";
import { linkToken } from "@/lib/auth/link-token";
import { fromEpochMs, instant } from "@/lib/calendar/instant";
import { authSecret } from "@/lib/server/secret";
import { type MadeSeller, makeOrder, makeSeller } from "./factory";

const MADE = instant("2026-11-20T09:00:00Z");
const LONG_AGO = fromEpochMs(0);

/** A link made for an order, changed as told, and the token that opened it when it was made. */
export async function tokenOfLink(
  changes: Partial<typeof customerLinks.$inferInsert> = {},
  made?: { readonly seller: MadeSeller; readonly orderId: string },
): Promise<string> {
  const seller = made?.seller ?? (await makeSeller());
  const orderId = made?.orderId ?? (await makeOrder(seller)).id;
  const of = { sellerId: seller.id, orderId, audience: "mailed" } as const;
  return withScope(seller.job, async (tx) => {
    const link = await ensureLink(tx, of, { actor: seller.job.actor, now: MADE, claimId: uuidv7() });
    if (Object.keys(changes).length > 0) {
      await tx.update(customerLinks).set(changes).where(eq(customerLinks.id, link.id));
    }
    return linkToken(authSecret(), link);
  });
}

/** Every way in which a token opens nothing. */
export const DEAD_TOKENS: readonly { readonly because: string; readonly token: () => string | Promise<string> }[] = [
  { because: "no token at all", token: () => "court" },
  { because: "empty", token: () => "" },
  { because: "of a link nobody has", token: () => linkToken(authSecret(), { id: uuidv7(), generation: 1 }) },
  { because: "forged", token: async () => `${(await tokenOfLink()).slice(0, -4)}AAAA` },
  { because: "expired", token: () => tokenOfLink({ expiresAt: LONG_AGO }) },
  { because: "revoked", token: () => tokenOfLink({ revokedAt: LONG_AGO }) },
  { because: "of an earlier generation", token: () => tokenOfLink({ generation: 2 }) },
];
