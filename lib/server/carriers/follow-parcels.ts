import { z } from "zod";
import { recordShipment } from "@/db/commands/record-shipment";
import { type FollowedParcel, listFollowedParcels } from "@/db/queries/followed-parcels";
import { fromEpochMs, type Instant, toEpochMs } from "@/lib/calendar/instant";
import { carrierByName } from "@/lib/carriers/carrier";
import type { ParcelNews } from "@/lib/carriers/laposte-suivi";
import { isSameTrackingNumber, normalizeTrackingNumber } from "@/lib/carriers/tracking";
import { currentTime } from "@/lib/server/clock";
import { defineTask } from "@/lib/server/jobs/task";
import { jobScope, sweepScope } from "@/lib/server/scope";
import type { CarrierStatus } from "./carrier-status";
import { laposteStatus } from "./laposte";

/** A parcel that gave no news for so long is looked for by hand. */
const FOLLOWED_MS = 60 * 24 * 3_600_000;

/** Asks the carriers that can be asked where the parcels on their way are. */
export const followParcelsTask = defineTask(z.unknown(), async (_payload, { signal }) => {
  for (const carrier of [laposteStatus()]) {
    if (carrier) await followParcels(carrier, currentTime(), signal);
  }
});

/**
 * Records what a carrier says of each parcel on its way. A refusal ends the round: the next one goes on, and nothing
 * else waits for it.
 */
export async function followParcels(carrier: CarrierStatus, now: Instant, signal?: AbortSignal): Promise<void> {
  const since = fromEpochMs(toEpochMs(now) - FOLLOWED_MS);
  const onTheirWay = await listFollowedParcels(sweepScope("follow_parcels"), since);
  const own = onTheirWay.filter((parcel) => carrier.carriers.includes(carrierByName(parcel.carrier).id));
  for (let start = 0; start < own.length && !signal?.aborted; start += carrier.batch) {
    const asked = own.slice(start, start + carrier.batch);
    const news = await carrier.ask(asked.map(({ trackingNumber }) => normalizeTrackingNumber(trackingNumber)));
    if (!news.ok) return;
    for (const parcel of asked) await record(parcel, news.value, now);
  }
}

async function record(parcel: FollowedParcel, news: readonly ParcelNews[], now: Instant): Promise<void> {
  const found = news.find(({ trackingNumber }) => isSameTrackingNumber(trackingNumber, parcel.trackingNumber));
  if (!found || found.events.length === 0) return;
  const { carrier, trackingNumber, mode, shippedBy, orderNumber } = parcel;
  const { events, shippedAt: takenAt, deliveredAt, ...told } = found;
  // The day of dispatch the seller gave stands: the carrier may scan a parcel later than it was handed over.
  const shippedAt = parcel.shippedAt ? {} : takenAt ? { shippedAt: takenAt } : {};
  const isBelieved = deliveredAt && (!parcel.shippedAt || deliveredAt >= parcel.shippedAt);
  const delivery = isBelieved ? { deliveredAt } : {};
  const body = { ...told, ...shippedAt, ...delivery, carrier, trackingNumber, mode, shippedBy, events: [...events] };
  const scope = jobScope(parcel.sellerId, { kind: "system", job: "follow_parcels" });
  await recordShipment(scope, { number: orderNumber, parcel: body }, now);
}
