import ICAL from "ical.js";
import { GET } from "@/app/api/calendrier/[feed]/route";
import { openCalendarFeed } from "@/db/commands/calendar-feeds";
import { openClaim } from "@/db/commands/open-claim";
import { findOwnCalendarFeed } from "@/db/queries/calendar-feeds";
import type { MemberRole } from "@/lib/auth/role";
import type { SellerScope } from "@/lib/auth/scope";
import { instant } from "@/lib/calendar/instant";
import { calendarFeedUrl } from "@/lib/server/calendar-feed";
import { sellerScope } from "@/lib/server/scope";
import { type MadeSeller, makeOrder } from "../../support/factory";
import type { TestDatabase } from "../../support/test-database";
import { aUser, join } from "../auth/people";

const OPENED = instant("2026-11-20T09:00:00Z");
export const NOW = instant("2026-11-23T09:00:00Z");

export async function memberOf(db: TestDatabase, sellerId: string, role: MemberRole = "agent") {
  const user = await aUser(db);
  await join(db, sellerId, user.id, role);
  return { userId: user.id, scope: sellerScope({ sellerId, role, actor: { kind: "member", userId: user.id } }) };
}

/** A member with the address of their calendar. */
export async function subscribed(db: TestDatabase, seller: MadeSeller) {
  const member = await memberOf(db, seller.id);
  await openCalendarFeed(member.scope, NOW);
  return { ...member, url: await addressOf(member) };
}

export async function addressOf({ scope, userId }: { scope: SellerScope; userId: string }): Promise<string> {
  const feed = await findOwnCalendarFeed(scope, userId);
  if (!feed) throw new Error("the member has no calendar");
  return calendarFeedUrl(feed);
}

export function fetchFeed(url: string, headers: Record<string, string> = {}): Promise<Response> {
  const feed = new URL(url).pathname.split("/").at(-1) ?? "";
  return GET(new Request(url, { headers }), { params: Promise.resolve({ feed }) });
}

/** The events of a calendar, read by a parser that is not ours. */
export async function eventsOf(url: string) {
  const response = await fetchFeed(url);
  const calendar = new ICAL.Component(ICAL.parse(await response.text()));
  return calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
}

type Reported = "parcel_not_received" | "no_longer_wanted" | "damaged";

/** A claim received on Friday 20 November 2026 on an order delivered on the 2nd unless told otherwise. */
export async function claimed(
  db: TestDatabase,
  seller: MadeSeller,
  situation: Reported,
  deliveredAt = instant("2026-11-02T13:00:00Z"),
) {
  const order = await makeOrder(seller, { deliveredAt });
  const input = { orderNumber: order.number, situation, message: "Bonjour, ici Jeanne Moreau." } as const;
  const claim = await openClaim(seller.scope, { input, recordedBy: "customer", locale: "fr" }, OPENED);
  if (!claim.ok) throw new Error(claim.reason);
  const [row] = await db.superuser`select reference from claims where id = ${claim.value.claimId}`;
  return { ...order, claimId: claim.value.claimId, reference: String(row?.reference) };
}
