import { listChannels } from "@/db/queries/channels";
import { readFigures, readOpenNow } from "@/db/queries/figures";
import { findMarketplace } from "@/db/queries/marketplace";
import type { AdminScope, SellerScope } from "@/lib/auth/scope";
import { zoneId } from "@/lib/calendar/zone";
import { readFigureChoice } from "@/lib/compliance/period";
import { currentTime } from "@/lib/server/clock";

export type Search = Readonly<Record<string, string | string[] | undefined>>;

/** What every page of figures reads: the choice of its address, and what is counted under it. */
export async function readCompliancePage(scope: AdminScope | SellerScope, search: Search) {
  const now = currentTime();
  const [marketplace, channels] = await Promise.all([findMarketplace(scope), listChannels(scope)]);
  const zone = marketplace?.zone ?? zoneId("Europe/Paris");
  const choice = readFigureChoice(search, now, zone);
  const { fromOn, toOn, sellerId, situation, channelId } = choice;
  const filter = { fromOn, toOn, sellerId, situation, channelId };
  const [rows, open] = await Promise.all([readFigures(scope, filter, now), readOpenNow(scope, filter, now)]);
  return { choice, filter, now, zone, rows, open, channels };
}
