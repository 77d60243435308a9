import { parseInstant } from "@/lib/calendar/instant";
import { instantOfLocalTime, localInput } from "@/lib/calendar/local-time";
import type { ZoneId } from "@/lib/calendar/zone";
import type { ProofFacts } from "@/lib/evidence/document-facts";

const NAMES = ["carrier", "trackingNumber", "recipient", "signatory", "evidenceKind", "status"];
const PLACE = "place.";

/**
 * What a form says a proof shows, in the shape `proofFacts` parses. Empty inputs are absent, `deliveredAt` is local
 * time of the zone, and the place has an input for each part (`place.postcode`). Other names are dropped.
 */
export function readProofForm(entries: Iterable<readonly [string, unknown]>, zone: ZoneId): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  const place: Record<string, string> = {};
  for (const [name, raw] of entries) {
    const value = typeof raw === "string" ? raw.trim() : "";
    if (value === "") continue;
    if (name === "deliveredAt") read[name] = instantOfLocalTime(value, zone) ?? value;
    else if (name.startsWith(PLACE)) place[name.slice(PLACE.length)] = value;
    else if (NAMES.includes(name)) read[name] = value;
  }
  return Object.keys(place).length === 0 ? read : { ...read, place };
}

/** What is known of a proof as its form shows it: what `readProofForm` reads back. */
export function proofFormValues(facts: ProofFacts, zone: ZoneId): Readonly<Record<string, string>> {
  const { deliveredAt, place } = facts;
  const own = NAMES.flatMap((name) => pair(name, Object.entries(facts).find(([known]) => known === name)?.[1]));
  const at = deliveredAt === undefined ? undefined : parseInstant(deliveredAt);
  return Object.fromEntries([
    ...own,
    ...(at?.ok ? pair("deliveredAt", localInput(at.value, zone)) : []),
    ...Object.entries(place ?? {}).flatMap(([part, value]) => pair(`${PLACE}${part}`, value)),
  ]);
}

function pair(name: string, value: unknown): readonly (readonly [string, string])[] {
  return typeof value === "string" ? [[name, value]] : [];
}
