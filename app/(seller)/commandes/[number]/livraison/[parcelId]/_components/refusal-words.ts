import { getTranslations } from "next-intl/server";

const REASONS = [
  "not_allowed",
  "order_not_found",
  "parcel_not_found",
  "changed_meanwhile",
  "same_delivery",
  "invalid",
  "in_the_future",
  "delivered_before_dispatch",
] as const;

/** Why a delivery is not corrected, and what to do. */
export async function refusalWords(): Promise<Readonly<Record<string, string>>> {
  const t = await getTranslations("orders.delivery.refusals");
  return Object.fromEntries(REASONS.map((reason) => [reason, t(reason)]));
}
