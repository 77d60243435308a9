import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { uuidv7 } from "uuidv7";
import { claims } from "@/db/schema/claims";
import { customerLinks } from "@/db/schema/links";
import { orders } from "@/db/schema/orders";
import { sellers } from "@/db/schema/sellers";
import { withScope } from "@/db/scope";
import type { MemberRole } from "@/lib/auth/role";
import { instant } from "@/lib/calendar/instant";
import { adminScope, customerScope, sellerScope } from "@/lib/server/scope";

/** Files of a test lie in a folder of its own; set before anything reads the environment. */
process.env.DATA_DIR = mkdtempSync(join(tmpdir(), "upload-test-"));

export const now = instant("2026-11-23T09:00:00Z");
const admin = adminScope({ role: "admin", actor: { kind: "operator", userId: uuidv7() } });

/** A seller with one order and one claim on it, and everyone who may send something about it. */
export async function sellerWithClaim() {
  const [sellerId, orderId, claimId, linkId, userId] = [uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  const at = { createdAt: now, updatedAt: now };
  await withScope(admin, async (tx) => {
    await tx.insert(sellers).values({ id: sellerId, slug: `s-${sellerId.slice(-12)}`, name: "Atelier", ...at });
    await tx.insert(orders).values({
      ...at,
      sellerId,
      id: orderId,
      number: `C-${orderId.slice(-6)}`,
      channelId: "site",
      placedAt: now,
      currency: "EUR",
      customerName: "Jeanne Martin",
      shippingAddress: { name: "Jeanne Martin", line1: "1 rue Haute", postcode: "69001", city: "Lyon", country: "FR" },
      shippingCents: 490,
      shippingVatRateBps: 2000,
      factsHash: "0",
    });
    await tx.insert(claims).values({
      sellerId,
      id: claimId,
      orderId,
      reference: `R-${claimId.slice(-8)}`,
      channelId: "site",
      situation: "parcel_not_received",
      state: "awaiting_seller",
      policyVersion: 1,
      recordedBy: "customer",
      statementSentAt: now,
      receivedAt: now,
      openedAt: now,
      updatedAt: now,
    });
    const link = { sellerId, id: linkId, orderId, audience: "mailed" as const, createdAt: now };
    await tx.insert(customerLinks).values(link);
  });
  return {
    sellerId,
    orderId,
    claimId,
    member: (role: MemberRole = "agent") => sellerScope({ sellerId, role, actor: { kind: "member", userId } }),
    customer: customerScope({ sellerId, orderId, linkId, audience: "mailed" }),
  };
}
export type SellerWithClaim = Awaited<ReturnType<typeof sellerWithClaim>>;
