/** A professional has neither withdrawal right nor legal guarantee of conformity; unknown counts as consumer. */
export const CUSTOMER_KINDS = ["consumer", "professional"] as const;
export type CustomerKind = (typeof CUSTOMER_KINDS)[number];

export const VAT_SCHEMES = ["standard", "franchise", "margin", "exempt_dom", "oss"] as const;
export type VatScheme = (typeof VAT_SCHEMES)[number];

export const LINE_KINDS = ["goods", "digital", "service"] as const;
export type LineKind = (typeof LINE_KINDS)[number];

export const ITEM_CONDITIONS = ["new", "used", "refurbished"] as const;
export type ItemCondition = (typeof ITEM_CONDITIONS)[number];

export const PARCEL_MODES = ["home", "pickup_point", "click_and_collect"] as const;
export type ParcelMode = (typeof PARCEL_MODES)[number];

export const SHIPPERS = ["seller", "operator"] as const;
export type Shipper = (typeof SHIPPERS)[number];

export const DISCOUNT_FUNDERS = ["seller", "marketplace"] as const;
export type DiscountFunder = (typeof DISCOUNT_FUNDERS)[number];

/** Whether the customer was told of the right of withdrawal before the contract (C. conso. L221-5, L221-20). */
export const WITHDRAWAL_INFORMED = ["yes", "no", "unknown"] as const;
export type WithdrawalInformed = (typeof WITHDRAWAL_INFORMED)[number];

export type PostalAddress = {
  readonly name: string;
  readonly line1: string;
  readonly line2?: string | undefined;
  readonly postcode: string;
  readonly city: string;
  readonly country: string;
};
