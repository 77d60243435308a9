import { and, eq, ne } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { changeSettings } from "@/db/commands/settings-change";
import { returnProfiles } from "@/db/schema/sellers";
import type { Transaction } from "@/db/scope";
import type { SellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { Json } from "@/lib/journal/canonical";
import type { PostalAddress } from "@/lib/orders/order";
import { accepted, type Outcome, refused } from "@/lib/outcome";
import type { COST_BEARERS, RETURN_MEANS } from "@/lib/replies/field";

export type ReturnProfileInput = {
  readonly profileId?: string | undefined;
  readonly name: string;
  readonly address: PostalAddress;
  readonly means: (typeof RETURN_MEANS)[number];
  readonly withdrawalCostBearer: (typeof COST_BEARERS)[number];
  readonly packing: string;
  readonly isDefault: boolean;
};

/** Add a return profile or change one. The first is the default; a new default takes the place of the old one. */
export function saveReturnProfile(scope: SellerScope, input: ReturnProfileInput, now: Instant) {
  const { profileId, ...columns } = input;
  const { sellerId } = scope;
  return changeSettings(scope, "returns", now, async (tx): Promise<Outcome<Json, "profile_not_found">> => {
    const known = await lockProfiles(tx, sellerId);
    const current = known.find(({ id }) => id === profileId);
    if (profileId !== undefined && !current) return refused("profile_not_found");
    const isDefault = input.isDefault || current?.isDefault === true || known.length === 0;
    const id = profileId ?? uuidv7();
    if (isDefault) {
      await tx
        .update(returnProfiles)
        .set({ isDefault: false })
        .where(and(eq(returnProfiles.sellerId, sellerId), ne(returnProfiles.id, id)));
    }
    const row = { ...columns, isDefault, updatedAt: now };
    await tx
      .insert(returnProfiles)
      .values({ ...row, sellerId, id })
      .onConflictDoUpdate({ target: [returnProfiles.sellerId, returnProfiles.id], set: row });
    return accepted({ ...row, id });
  });
}

/** Take a return profile away; the default one stays while there are others. */
export function deleteReturnProfile(scope: SellerScope, profileId: string, now: Instant) {
  const { sellerId } = scope;
  return changeSettings(
    scope,
    "returns",
    now,
    async (tx): Promise<Outcome<Json, "profile_not_found" | "default_profile">> => {
      const known = await lockProfiles(tx, sellerId);
      const profile = known.find(({ id }) => id === profileId);
      if (!profile) return refused("profile_not_found");
      if (profile.isDefault && known.length > 1) return refused("default_profile");
      await tx
        .delete(returnProfiles)
        .where(and(eq(returnProfiles.sellerId, sellerId), eq(returnProfiles.id, profileId)));
      return accepted({ deleted: profileId });
    },
  );
}

function lockProfiles(tx: Transaction, sellerId: string) {
  return tx
    .select({ id: returnProfiles.id, isDefault: returnProfiles.isDefault })
    .from(returnProfiles)
    .where(eq(returnProfiles.sellerId, sellerId))
    .orderBy(returnProfiles.id)
    .for("update");
}
