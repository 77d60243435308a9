import { createHash } from "node:crypto";
import { countRequest } from "@/db/commands/rate-limits";
import type { CalendarFeed } from "@/db/queries/calendar-feeds";
import { addressBlock } from "@/lib/auth/address-block";
import { findFeedOfAddress, renderCalendarFeed } from "@/lib/server/calendar-feed";
import { clientAddress } from "@/lib/server/client-address";
import { currentTime } from "@/lib/server/clock";
import { entryScope } from "@/lib/server/scope";

/** Calendar programs read every few minutes at most. */
const READINGS = { limit: 60, windowSeconds: 600 } as const;

const PRIVATE = { "cache-control": "private, no-store", "x-robots-tag": "noindex" } as const;

/** A member's due dates, for the calendar program that holds the address; it has no session and changes nothing. */
export async function GET(request: Request, { params }: { params: Promise<{ feed: string }> }): Promise<Response> {
  const feed = await findFeedOfAddress((await params).feed);
  const counted = await countRequest(entryScope(), { key: countedAs(feed, request), ...READINGS }, currentTime());
  if (!counted.allowed) {
    const headers = { ...PRIVATE, "retry-after": String(counted.resetsInSeconds) };
    return new Response(null, { status: 429, headers });
  }
  if (!feed) return new Response(null, { status: 404, headers: PRIVATE });
  const calendar = await renderCalendarFeed(feed);
  // Weak, for the same calendar is also sent compressed.
  const etag = `W/"${createHash("sha256").update(calendar).digest("base64url")}"`;
  if (isKnown(request.headers.get("if-none-match"), etag)) {
    return new Response(null, { status: 304, headers: { ...PRIVATE, etag } });
  }
  return new Response(calendar, {
    headers: {
      ...PRIVATE,
      etag,
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="echeances.ics"',
    },
  });
}

/** A calendar by itself, for one service reads those of many; an address that opens nothing by where it came from. */
function countedAs(feed: CalendarFeed | undefined, request: Request): string {
  return feed ? `calendar:${feed.id}` : `calendar:${addressBlock(clientAddress(request.headers))}`;
}

function isKnown(ifNoneMatch: string | null, etag: string): boolean {
  const known = ifNoneMatch?.split(",").map((tag) => opaque(tag.trim())) ?? [];
  return known.includes(opaque(etag)) || known.includes("*");
}

function opaque(etag: string): string {
  return etag.replace(/^W\//, "");
}
