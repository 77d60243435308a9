import type { CarrierId } from "@/lib/carriers/carrier";
import type { ParcelNews } from "@/lib/carriers/laposte-suivi";
import type { Outcome } from "@/lib/outcome";

/** Why a carrier told nothing. None of these is an error of ours: parcels are asked about again later. */
export type StatusRefusal = "key_refused" | "too_many_calls" | "unreachable";

/** A carrier that says where its parcels are: one module each. */
export type CarrierStatus = {
  readonly carriers: readonly CarrierId[];
  /** Numbers one call may ask for. */
  readonly batch: number;
  readonly ask: (numbers: readonly string[]) => Promise<Outcome<readonly ParcelNews[], StatusRefusal>>;
};
