import { eq } from "drizzle-orm";
import { sellers } from "@/db/schema/sellers";
import type { Transaction } from "@/db/scope";
import { zoneId } from "@/lib/calendar/zone";

/** Who issues; `identity` is null until the settings hold it. */
export async function readIssuer(tx: Transaction, sellerId: string) {
  const [seller] = await tx
    .select({
      identity: sellers.legalIdentity,
      zone: sellers.zone,
      mode: sellers.invoicingMode,
      size: sellers.companySize,
    })
    .from(sellers)
    .where(eq(sellers.id, sellerId));
  return seller && { ...seller, zone: zoneId(seller.zone) };
}

export type Issuer = NonNullable<Awaited<ReturnType<typeof readIssuer>>>;
