import { eq } from "drizzle-orm";
import { marketplace } from "@/db/schema/marketplace";
import { withScope } from "@/db/scope";
import type { Scope } from "@/lib/auth/scope";

/** The operator's identity; undefined until an admin has written it. */
export async function findMarketplace(scope: Scope) {
  const [row] = await withScope(scope, (tx) =>
    tx
      .select({
        name: marketplace.name,
        legalName: marketplace.legalName,
        postalAddress: marketplace.postalAddress,
        contactEmail: marketplace.contactEmail,
        calendar: marketplace.calendar,
        zone: marketplace.zone,
        mediator: marketplace.mediator,
        updatedAt: marketplace.updatedAt,
      })
      .from(marketplace)
      .where(eq(marketplace.id, 1))
      .limit(1),
  );
  return row;
}

export type Marketplace = NonNullable<Awaited<ReturnType<typeof findMarketplace>>>;
