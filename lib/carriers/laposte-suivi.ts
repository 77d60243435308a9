import { z } from "zod";
import { type Instant, parseInstant } from "@/lib/calendar/instant";
import { cleanLine } from "@/lib/messages/clean";

/** Numbers one call may ask for. */
export const LAPOSTE_BATCH = 10;

const instantText = z.string().transform((text, context) => {
  const parsed = parseInstant(text);
  if (parsed.ok) return parsed.value;
  context.addIssue({ code: "custom", message: "not an instant" });
  return z.NEVER;
});

/** Far more steps than any parcel takes. */
const MAX_EVENTS = 200;
const line = (longest: number) =>
  z
    .string()
    .max(10_000)
    .overwrite(cleanLine)
    .transform((text) => text.slice(0, longest));
const event = z.object({ date: instantText, label: line(200), code: line(20) });

/** A step that cannot be read is left out; the others still tell where the parcel is. */
const shipmentAnswer = z.object({
  shipment: z.object({
    idShip: z.string(),
    event: z
      .array(z.unknown())
      .nullish()
      .transform((steps) => (steps ?? []).slice(0, MAX_EVENTS).flatMap((step) => event.safeParse(step).data ?? [])),
  }),
});

export type ParcelNews = {
  readonly trackingNumber: string;
  /** Oldest first. */
  readonly events: readonly { readonly at: Instant; readonly code: string; readonly label: string }[];
  readonly shippedAt?: Instant;
  readonly availableAt?: Instant;
  readonly deliveredAt?: Instant;
  readonly returnedAt?: Instant;
};

/**
 * What an answer of Suivi v2 says of the parcels it was asked for; a number it does not know is left out, whether it
 * was asked alone (an object) or with others (a list).
 *
 * Only DI1 is a delivery. DR1 is a label, AG1 a parcel that waits in a shop, and DI2 a parcel handed back to its
 * sender, for which `isFinal` is true as well.
 *
 * @see La Poste, API Suivi v2, event codes
 */
export function parcelNews(answer: unknown): readonly ParcelNews[] {
  const answers: readonly unknown[] = Array.isArray(answer) ? answer : [answer];
  return answers.flatMap((one) => {
    const parsed = shipmentAnswer.safeParse(one);
    return parsed.success ? [newsOf(parsed.data.shipment)] : [];
  });
}

function newsOf({ idShip, event }: z.output<typeof shipmentAnswer>["shipment"]): ParcelNews {
  const events = event
    .map(({ date, code, label }) => ({ at: date, code, label }))
    .toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  const last = (...codes: readonly string[]) => events.findLast(({ code }) => codes.includes(code))?.at;
  const shippedAt = events.find(({ code }) => code === "PC1" || code === "PC2")?.at;
  const returnedAt = last("DI2");
  const deliveredAt = returnedAt ? undefined : last("DI1");
  const availableAt = returnedAt || deliveredAt ? undefined : last("AG1");
  return {
    trackingNumber: idShip,
    events,
    ...(shippedAt ? { shippedAt } : {}),
    ...(availableAt ? { availableAt } : {}),
    ...(deliveredAt ? { deliveredAt } : {}),
    ...(returnedAt ? { returnedAt } : {}),
  };
}
