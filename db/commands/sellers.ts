import { and, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { insertInvitation, type NewInvitation } from "@/db/commands/invitations";
import { appendEvent } from "@/db/commands/journal";
import { invoiceSeries, sellers } from "@/db/schema/sellers";
import { type Transaction, withScope } from "@/db/scope";
import { mayAdministerMarketplace } from "@/lib/auth/permissions";
import type { AdminScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { accepted, type Outcome, refused } from "@/lib/outcome";
import type { SellerStatus } from "@/lib/sellers/seller";

export type NewSeller = {
  readonly name: string;
  readonly slug: string;
  /** The first owner, who fills in the rest. */
  readonly owner: Omit<NewInvitation, "role">;
};

/** A seller without identity yet, its two series of numbers, and the invitation of its first owner. */
export async function createSeller(
  scope: AdminScope,
  seller: NewSeller,
  now: Instant,
): Promise<Outcome<{ readonly sellerId: string }, "not_allowed" | "slug_taken">> {
  if (!mayAdministerMarketplace(scope)) return refused("not_allowed");
  const sellerId = uuidv7();
  const { name, slug, owner } = seller;
  return withScope(scope, async (tx) => {
    const inserted = await tx
      .insert(sellers)
      .values({ id: sellerId, name, slug, status: "invited", createdAt: now, updatedAt: now })
      .onConflictDoNothing({ target: sellers.slug });
    if (inserted.count === 0) return refused("slug_taken", { slug: ["slug_taken"] });
    await insertSeries(tx, sellerId);
    const stream = { kind: "seller", id: sellerId, sellerId } as const;
    await appendEvent(tx, { stream, type: "seller_created", actor: scope.actor, at: now, payload: { name, slug } });
    await insertInvitation(tx, { ...owner, role: "owner", sellerId, actor: scope.actor }, now);
    return accepted({ sellerId });
  });
}

/** Invoices and credit notes are numbered apart, each without a gap. */
function insertSeries(tx: Transaction, sellerId: string) {
  return tx.insert(invoiceSeries).values([
    { sellerId, id: uuidv7(), kind: "invoice", prefix: "F" },
    { sellerId, id: uuidv7(), kind: "credit_note", prefix: "A" },
  ]);
}

/** The operator renames a seller, suspends it or lets it back in. */
export async function changeSeller(
  scope: AdminScope,
  change: { readonly sellerId: string; readonly name: string; readonly status: SellerStatus },
  now: Instant,
): Promise<Outcome<null, "not_allowed" | "seller_not_found" | "not_back_to_invited">> {
  if (!mayAdministerMarketplace(scope)) return refused("not_allowed");
  const { sellerId, name, status } = change;
  return withScope(scope, async (tx) => {
    const [seller] = await tx
      .select({ name: sellers.name, status: sellers.status })
      .from(sellers)
      .where(eq(sellers.id, sellerId))
      .for("update")
      .limit(1);
    if (!seller) return refused("seller_not_found");
    if (status === "invited" && seller.status !== "invited") return refused("not_back_to_invited");
    await tx
      .update(sellers)
      .set({ name, status, updatedAt: now })
      .where(and(eq(sellers.id, sellerId)));
    await appendEvent(tx, {
      stream: { kind: "seller", id: sellerId, sellerId },
      type: "seller_settings_changed",
      actor: scope.actor,
      at: now,
      payload: { section: "status", from: { ...seller }, to: { name, status } },
    });
    return accepted(null);
  });
}
