import { cancelClock } from "@/db/commands/clocks";
import {
  actOn,
  type Deed,
  type FulfilledCommitment,
  keepPromises,
  lockOpenClaims,
  openPromises,
  settleAll,
} from "@/db/commands/deeds";
import { readClocks } from "@/db/queries/clock-facts";
import { getMarketplace } from "@/db/queries/policy";
import type { Transaction } from "@/db/scope";
import type { Instant } from "@/lib/calendar/instant";
import { localDay } from "@/lib/calendar/zone";
import type { CommitmentKind } from "@/lib/replies/commitment";

/** Promises that sending something keeps. */
const SENDING: readonly CommitmentKind[] = ["reshipment", "replacement", "exchange", "missing_item", "repair"];

type SentParcel = {
  readonly carrier: string;
  readonly trackingNumber: string;
  readonly shippedAt?: Instant | null | undefined;
};

/**
 * A new parcel that left keeps the most urgent promise to send something, made on its day or before; those of a
 * claim, or the one promise, that the caller names.
 */
export async function applyShipment(
  tx: Transaction,
  deed: Deed,
  { carrier, trackingNumber, shippedAt }: SentParcel,
): Promise<readonly FulfilledCommitment[]> {
  if (!shippedAt) return [];
  const open = await lockOpenClaims(tx, deed);
  const promises = await openPromises(tx, deed, open, SENDING);
  const { zone } = await getMarketplace(tx);
  const sentOn = localDay(shippedAt, zone);
  const kept =
    deed.claimId === undefined
      ? promises.filter(({ createdAt }) => localDay(createdAt, zone) <= sentOn).slice(0, 1)
      : promises;
  const evidence = { reference: `${carrier} ${trackingNumber}`, at: shippedAt };
  const fulfilled = await keepPromises(tx, deed, open, { promises: kept, evidence });
  await endProofClocks(tx, deed, { fulfilled, at: shippedAt });
  await settleAll(tx, deed, open);
  return fulfilled;
}

/** A re-shipment carried out with evidence: no proof of the first delivery is owed any more. */
async function endProofClocks(
  tx: Transaction,
  deed: Deed,
  { fulfilled, at }: { readonly fulfilled: readonly FulfilledCommitment[]; readonly at: Instant },
): Promise<void> {
  for (const { claimId } of fulfilled.filter(({ kind }) => kind === "reshipment")) {
    for (const clock of await readClocks(tx, deed.sellerId, claimId)) {
      if (clock.kind !== "proof_of_delivery") continue;
      await cancelClock(tx, actOn(deed, claimId), clock, "refund_or_reshipment_done", at);
    }
  }
}
