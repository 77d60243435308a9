export const SELLER_STATUSES = ["invited", "active", "suspended"] as const;
export type SellerStatus = (typeof SELLER_STATUSES)[number];

/** Consumer mediator named by the trader (C. conso. L612-1, L616-1). */
export type Mediator = { readonly name: string; readonly postalAddress: string; readonly website: string };

/** How a customer reaches the seller's after-sales service; a phone or a postal address is on every page. */
export type AfterSalesContact = {
  readonly email: string;
  readonly phone?: string | undefined;
  readonly postalAddress?: string | undefined;
};
