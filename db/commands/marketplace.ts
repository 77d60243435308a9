import { appendEvent } from "@/db/commands/journal";
import { marketplace } from "@/db/schema/marketplace";
import { withScope } from "@/db/scope";
import { mayAdministerMarketplace } from "@/lib/auth/permissions";
import type { AdminScope } from "@/lib/auth/scope";
import type { CalendarId } from "@/lib/calendar/calendar-ids";
import type { Instant } from "@/lib/calendar/instant";
import type { ZoneId } from "@/lib/calendar/zone";
import { accepted, type Outcome, refused } from "@/lib/outcome";
import type { Mediator } from "@/lib/sellers/seller";

export type MarketplaceIdentity = {
  readonly name: string;
  readonly legalName: string;
  readonly postalAddress: string;
  readonly contactEmail: string;
  readonly calendar: CalendarId;
  readonly zone: ZoneId;
  readonly mediator: Mediator | null;
};

/** Write the operator's identity. Clocks that run keep the calendar they started with. */
export async function changeMarketplace(
  scope: AdminScope,
  identity: MarketplaceIdentity,
  now: Instant,
): Promise<Outcome<null, "not_allowed">> {
  if (!mayAdministerMarketplace(scope)) return refused("not_allowed");
  return withScope(scope, async (tx) => {
    const row = { ...identity, updatedAt: now };
    await tx
      .insert(marketplace)
      .values({ ...row, id: 1 })
      .onConflictDoUpdate({ target: marketplace.id, set: row });
    await appendEvent(tx, {
      stream: { kind: "marketplace" },
      type: "marketplace_changed",
      actor: scope.actor,
      at: now,
      payload: { ...identity },
    });
    return accepted(null);
  });
}
