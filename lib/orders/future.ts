import type { Instant } from "@/lib/calendar/instant";
import type { OrderBody } from "@/lib/orders/schema";

type Path = readonly (string | number)[];

/** Paths of the facts of an order that lie after an instant: what has not happened yet cannot be reported. */
export function factsAfter(body: OrderBody, latest: Instant): readonly Path[] {
  const facts: readonly (readonly [Path, Instant | undefined])[] = [
    [["placedAt"], body.placedAt],
    ...(body.parcels ?? []).flatMap((parcel, index) => [
      [["parcels", index, "shippedAt"], parcel.shippedAt] as const,
      [["parcels", index, "availableAt"], parcel.availableAt] as const,
      [["parcels", index, "deliveredAt"], parcel.deliveredAt] as const,
      [["parcels", index, "returnedAt"], parcel.returnedAt] as const,
    ]),
    ...(body.payments ?? []).map(({ paidAt }, index) => [["payments", index, "paidAt"], paidAt] as const),
    ...(body.refunds ?? []).map(({ paidAt }, index) => [["refunds", index, "paidAt"], paidAt] as const),
  ];
  return facts.filter(([, at]) => at !== undefined && at > latest).map(([path]) => path);
}
