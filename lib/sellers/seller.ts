/** Who draws the invoice number: this product, the seller's own tool, or the operator under a mandate. */
export const INVOICING_MODES = ["issued_here", "issued_elsewhere", "issued_by_operator"] as const;
export type InvoicingMode = (typeof INVOICING_MODES)[number];

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
