import { getTranslations } from "next-intl/server";
import { StatusBadge } from "@/app/_components/ui/badge";
import type { Tone } from "@/app/_components/ui/tone";
import type { ParcelStatus } from "@/lib/carriers/parcel-status";
import { safeTrackingLink } from "@/lib/carriers/tracking";
import { statusOfParcel } from "@/lib/orders/parcel";

type Props = {
  readonly parcel: Parameters<typeof statusOfParcel>[0] & {
    readonly carrier: string;
    readonly trackingNumber: string;
  };
};

const TONES: Record<ParcelStatus, Tone> = {
  not_shipped: "neutral",
  shipped: "info",
  in_transit: "info",
  waiting: "soon",
  delivered: "fine",
  returned: "late",
};

/** Carrier, number and state of a parcel, with a link to the carrier's own page when it can be trusted. */
export async function ParcelHead({ parcel }: Props) {
  const statuses = await getTranslations("carriers.status");
  const { carrier, trackingNumber } = parcel;
  const status = statusOfParcel(parcel);
  const link = safeTrackingLink({ carrier, trackingNumber });
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="font-semibold">{carrier}</span>
      {link ? (
        <a href={link} rel="noreferrer" target="_blank" className="prose-link tabular break-all">
          {trackingNumber}
        </a>
      ) : (
        <span className="tabular break-all">{trackingNumber}</span>
      )}
      <StatusBadge tone={TONES[status]}>{statuses(status)}</StatusBadge>
    </p>
  );
}
