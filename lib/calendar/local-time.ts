import { Temporal } from "temporal-polyfill";
import { fromEpochMs, type Instant } from "@/lib/calendar/instant";
import { localTime, type ZoneId } from "@/lib/calendar/zone";

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;

/**
 * The instant a form's date and time name in a zone, undefined when they name none. An hour that the clocks
 * skip is read with the offset before the change; one that comes twice is the first.
 */
export function instantOfLocalTime(text: string, zone: ZoneId): Instant | undefined {
  if (!LOCAL.test(text)) return undefined;
  try {
    return fromEpochMs(
      Temporal.PlainDateTime.from(text, { overflow: "reject" }).toZonedDateTime(zone).epochMilliseconds,
    );
  } catch {
    return undefined;
  }
}

/** An instant as a form's date and time hold it in a zone, to the minute. */
export function localInput(at: Instant, zone: ZoneId): string {
  const { day, hour, minute } = localTime(at, zone);
  return `${day}T${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
