import { type Instant, toInstant } from "@/lib/calendar/instant";

/** The only place that asks the machine for the time: everything else is given it. */
export function currentTime(): Instant {
  return toInstant(new Date());
}
