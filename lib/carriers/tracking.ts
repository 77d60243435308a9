import { type Carrier, carrierByName } from "@/lib/carriers/carrier";

/**
 * `ok`: a known shape, and its key holds where there is one. `warning`: the key is wrong, or the carrier is unknown.
 * `invalid_format`: no shape of this carrier. A match never proves the carrier, a mismatch never forbids sending.
 */
export type TrackingCheck = "ok" | "warning" | "invalid_format";

/** A tracking number as carriers print it: upper case, no spaces, dots or dashes. */
export function normalizeTrackingNumber(number: string): string {
  return number.toUpperCase().replace(/[\s.\-_/]+/g, "");
}

export function isSameTrackingNumber(one: string, other: string): boolean {
  return normalizeTrackingNumber(one) === normalizeTrackingNumber(other);
}

/** Judges a number against the shapes and check digits of its carrier. */
export function checkTrackingNumber(carrier: Carrier, number: string): TrackingCheck {
  if (carrier.id === "other") return "warning";
  const normal = normalizeTrackingNumber(number);
  const format = carrier.formats.find(({ pattern }) => pattern.test(normal));
  if (!format) return "invalid_format";
  return format.check && !format.check(normal) ? "warning" : "ok";
}

/** Address of the carrier's own tracking page, null when it has none that takes the number. */
export function trackingLink(carrier: Carrier, number: string, postcode: string | null): string | null {
  const normal = normalizeTrackingNumber(number);
  if (!carrier.link || normal === "") return null;
  return carrier.link(encodeURIComponent(normal), postcode === null ? null : encodeURIComponent(postcode));
}

/**
 * Whether an address may be shown as a link: https, no credentials or port, on the carrier's own domain.
 * Anything else stays plain text (security: a customer clicks what the seller pastes).
 */
export function isCarrierLink(carrier: Carrier, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.protocol !== "https:" || url.username !== "" || url.password !== "" || url.port !== "") return false;
  return carrier.hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
}

/** The link the customer may click: the one given when it is the carrier's, else the carrier's own page. */
export function safeTrackingLink(tracking: {
  readonly carrier?: string | null | undefined;
  readonly trackingNumber?: string | null | undefined;
  readonly trackingUrl?: string | null | undefined;
}): string | null {
  const carrier = carrierByName(tracking.carrier);
  if (tracking.trackingUrl && isCarrierLink(carrier, tracking.trackingUrl)) return tracking.trackingUrl;
  return tracking.trackingNumber ? trackingLink(carrier, tracking.trackingNumber, null) : null;
}
