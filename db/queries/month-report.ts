import { eq } from "drizzle-orm";
import { z } from "zod";
import { type CountFilter, readFigures } from "@/db/queries/figures";
import { sellers } from "@/db/schema/sellers";
import { withScope } from "@/db/scope";
import type { AdminScope, SellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";

/** One seller's name and what is counted of it in a month; undefined when there is no such seller in the scope. */
export async function readMonthReport(
  scope: AdminScope | SellerScope,
  filter: CountFilter & { readonly sellerId: string },
  now: Instant,
) {
  if (!z.uuid().safeParse(filter.sellerId).success) return undefined;
  const [seller] = await withScope(scope, (tx) =>
    tx
      .select({ sellerName: sellers.name, slug: sellers.slug })
      .from(sellers)
      .where(eq(sellers.id, filter.sellerId))
      .limit(1),
  );
  return seller && { ...seller, rows: await readFigures(scope, filter, now) };
}
