import { createHmac, timingSafeEqual } from "node:crypto";
import { fromEpochMs, type Instant, parseInstant, toEpochMs } from "@/lib/calendar/instant";
import { authSecret } from "@/lib/server/secret";

/** A form sent again later than this was another attempt: its own instant counts. */
const CORRECTION_HOURS = 2;

/**
 * The instant of the first submission of a form, carried by the form while it is being corrected. Signed, so that
 * nobody dates a claim back; it holds for two hours, for the same reason.
 */
export function signFirstSubmission(at: Instant): string {
  return `${toEpochMs(at)}.${tag(at)}`;
}

/** The instant that counts: the signed one when there is a genuine and recent one, else `now`. */
export function firstSubmission(signed: unknown, now: Instant): Instant {
  const at = readSigned(signed);
  const oldest = fromEpochMs(toEpochMs(now) - CORRECTION_HOURS * 3_600_000);
  return at && at >= oldest && at <= now ? at : now;
}

/** The instant a text signed by us carries, whatever its age. */
export function readSigned(signed: unknown): Instant | undefined {
  if (typeof signed !== "string" || !/^\d{1,15}\.[0-9a-f]{64}$/.test(signed)) return undefined;
  const [ms = "", given = ""] = signed.split(".");
  const parsed = parseInstant(fromEpochMs(Number(ms)));
  if (!parsed.ok) return undefined;
  return timingSafeEqual(Buffer.from(given), Buffer.from(tag(parsed.value))) ? parsed.value : undefined;
}

function tag(at: Instant): string {
  return createHmac("sha256", authSecret()).update(`first-submission:${at}`).digest("hex");
}
