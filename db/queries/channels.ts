import { asc, inArray } from "drizzle-orm";
import { channels } from "@/db/schema/marketplace";
import { withScope } from "@/db/scope";
import type { AdminScope, SellerScope } from "@/lib/auth/scope";

/** Ways by which a seller hears of a claim outside the product, with their names in both languages. */
export async function listChannelsToRecord(scope: SellerScope) {
  return withScope(scope, (tx) =>
    tx
      .select({ id: channels.id, fr: channels.labelFr, en: channels.labelEn })
      .from(channels)
      .where(inArray(channels.id, [...RECORDED_BY_HAND]))
      .orderBy(asc(channels.id)),
  );
}

/** Every way orders and claims come in, with their names. */
export async function listChannels(scope: AdminScope | SellerScope) {
  return withScope(scope, (tx) =>
    tx
      .select({ id: channels.id, fr: channels.labelFr, en: channels.labelEn })
      .from(channels)
      .orderBy(asc(channels.id))
      .limit(50),
  );
}

const RECORDED_BY_HAND = ["phone", "email", "post", "seller"] as const;
