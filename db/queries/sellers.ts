import { and, asc, count, desc, eq, ilike, isNull, or } from "drizzle-orm";
import { invoiceSeries, returnProfiles, sellers } from "@/db/schema/sellers";
import { memberships } from "@/db/schema/users";
import { withScope } from "@/db/scope";
import type { AdminScope, SellerScope } from "@/lib/auth/scope";

/** Everything a seller's settings show of it; throws when the scope's seller is gone. */
export async function getSellerSettings(scope: SellerScope) {
  return withScope(scope, async (tx) => {
    const [seller] = await tx
      .select({
        slug: sellers.slug,
        name: sellers.name,
        status: sellers.status,
        legalIdentity: sellers.legalIdentity,
        invoicingMode: sellers.invoicingMode,
        companySize: sellers.companySize,
        mediator: sellers.mediator,
        contact: sellers.contact,
        absence: sellers.absence,
        zone: sellers.zone,
      })
      .from(sellers)
      .where(eq(sellers.id, scope.sellerId))
      .limit(1);
    if (!seller) throw new Error(`No seller ${scope.sellerId}`);
    const series = await tx
      .select({ kind: invoiceSeries.kind, prefix: invoiceSeries.prefix, lastSequence: invoiceSeries.lastSequence })
      .from(invoiceSeries)
      .where(eq(invoiceSeries.sellerId, scope.sellerId))
      .orderBy(asc(invoiceSeries.id))
      .limit(20);
    return { ...seller, series };
  });
}

export type SellerSettings = Awaited<ReturnType<typeof getSellerSettings>>;

export async function listReturnProfiles(scope: SellerScope) {
  return withScope(scope, (tx) =>
    tx
      .select({
        id: returnProfiles.id,
        name: returnProfiles.name,
        address: returnProfiles.address,
        means: returnProfiles.means,
        withdrawalCostBearer: returnProfiles.withdrawalCostBearer,
        packing: returnProfiles.packing,
        isDefault: returnProfiles.isDefault,
      })
      .from(returnProfiles)
      .where(eq(returnProfiles.sellerId, scope.sellerId))
      .orderBy(desc(returnProfiles.isDefault), asc(returnProfiles.name), asc(returnProfiles.id))
      .limit(100),
  );
}

export type ReturnProfile = Awaited<ReturnType<typeof listReturnProfiles>>[number];

/** The operator's sellers by name, with how many people work for each. */
export async function listSellers(scope: AdminScope, filter: { readonly q?: string | undefined }, limit = 200) {
  const pattern = filter.q ? `%${filter.q.replace(/[\\%_]/g, "\\$&")}%` : undefined;
  return withScope(scope, (tx) =>
    tx
      .select({
        id: sellers.id,
        slug: sellers.slug,
        name: sellers.name,
        status: sellers.status,
        createdAt: sellers.createdAt,
        members: count(memberships.userId),
      })
      .from(sellers)
      .leftJoin(memberships, and(eq(memberships.sellerId, sellers.id), isNull(memberships.revokedAt)))
      .where(pattern ? or(ilike(sellers.name, pattern), ilike(sellers.slug, pattern)) : undefined)
      .groupBy(sellers.id)
      .orderBy(asc(sellers.name), asc(sellers.id))
      .limit(limit),
  );
}

export type SellerRow = Awaited<ReturnType<typeof listSellers>>[number];

/** One seller as the operator sees it. */
export async function findSeller(scope: AdminScope, sellerId: string) {
  const [seller] = await withScope(scope, (tx) =>
    tx
      .select({
        id: sellers.id,
        slug: sellers.slug,
        name: sellers.name,
        status: sellers.status,
        legalIdentity: sellers.legalIdentity,
        invoicingMode: sellers.invoicingMode,
        contact: sellers.contact,
        createdAt: sellers.createdAt,
      })
      .from(sellers)
      .where(eq(sellers.id, sellerId))
      .limit(1),
  );
  return seller;
}
