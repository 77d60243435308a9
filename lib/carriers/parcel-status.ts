/** Where a parcel is, as far as its facts say. `shipped`: it left, and nothing has been heard since. */
export const PARCEL_STATUSES = ["not_shipped", "shipped", "in_transit", "waiting", "delivered", "returned"] as const;
export type ParcelStatus = (typeof PARCEL_STATUSES)[number];
