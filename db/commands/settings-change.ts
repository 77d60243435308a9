import { appendEvent } from "@/db/commands/journal";
import { type Transaction, withScope } from "@/db/scope";
import { mayAdministerSeller } from "@/lib/auth/permissions";
import type { SellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { mayHandleClaims } from "@/lib/claims/permissions";
import type { Json } from "@/lib/journal/canonical";
import { accepted, type Outcome, refused } from "@/lib/outcome";

type Section = "identity" | "invoicing" | "after_sales" | "absence" | "returns" | "templates";

/**
 * Permission, change, journal: what every section of the settings has in common.
 *
 * @param change refuses before it writes: what it wrote stays
 */
export async function changeSettings<Reason extends string>(
  scope: SellerScope,
  section: Section,
  now: Instant,
  change: (tx: Transaction) => Promise<Outcome<Json, Reason>>,
): Promise<Outcome<null, Reason | "not_allowed">> {
  if (!mayChange(scope, section)) return refused("not_allowed");
  const { sellerId } = scope;
  return withScope(scope, async (tx) => {
    const changed: Outcome<Json, Reason> = await change(tx);
    if (!changed.ok) return changed;
    await appendEvent(tx, {
      stream: { kind: "seller", id: sellerId, sellerId },
      type: "seller_settings_changed",
      actor: scope.actor,
      at: now,
      payload: { section, to: changed.value },
    });
    return accepted(null);
  });
}

/** Settings are the owner's; the words of answers belong to whoever answers. */
function mayChange(scope: SellerScope, section: Section): boolean {
  return section === "templates" ? mayHandleClaims(scope) : mayAdministerSeller(scope);
}
