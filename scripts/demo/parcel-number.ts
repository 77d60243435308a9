import { carrierByName } from "@/lib/carriers/carrier";
import { checkTrackingNumber } from "@/lib/carriers/tracking";

/** Made-up shapes of each carrier's numbers, around nine digits. */
const SHAPES: Readonly<Record<string, (digits: string) => string>> = {
  Colissimo: (digits) => `6A15${digits}`,
  Chronopost: (digits) => `XY${digits}FR`,
  "Mondial Relay": (digits) => digits.slice(-8),
  DHL: (digits) => `3${digits}`,
};

/** A number of the carrier's own shape whose key holds, another one for each parcel of the demo. */
export function parcelNumber(carrier: string, parcel: { readonly seller: string; readonly index: number }): string {
  const shape = SHAPES[carrier] ?? ((digits: string) => `ZZ${digits}`);
  const known = carrierByName(carrier);
  const first = (60_000 + (numberOf(parcel.seller) % 9_000)) * 10_000 + parcel.index * 100;
  const numbers = Array.from({ length: 100 }, (_, step) => shape(String(first + step).padStart(9, "0")));
  return numbers.find((number) => checkTrackingNumber(known, number) === "ok") ?? shape(String(first));
}

function numberOf(slug: string): number {
  return [...slug].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 100_003, 7);
}
