import type { Instant } from "@/lib/calendar/instant";
import { localDay, zoneId } from "@/lib/calendar/zone";
import { mayIssueHere, type RecordingReason } from "@/lib/invoices/invoice-issuer";
import type { CompanySize } from "@/lib/invoices/rules";
import type { CustomerKind, PostalAddress } from "@/lib/orders/order";
import type { InvoicingMode, SellerIdentity } from "@/lib/sellers/legal-identity";

type Order = {
  readonly customerKind: CustomerKind;
  readonly shippingAddress: PostalAddress;
  readonly billingAddress: PostalAddress | null;
};
type Seller = {
  readonly invoicingMode: InvoicingMode;
  readonly companySize: CompanySize;
  readonly legalIdentity: SellerIdentity | null;
  readonly zone: string;
};

/** Why an order that has no invoice yet does not get it here, told before anybody asks for it. */
export function recordingReasonOf(order: Order, seller: Seller, now: Instant): RecordingReason | undefined {
  const here = mayIssueHere({
    mode: seller.invoicingMode,
    size: seller.companySize,
    seller: seller.legalIdentity ?? { status: "company" },
    buyer: { kind: order.customerKind, address: order.billingAddress ?? order.shippingAddress },
    hasExternalInvoice: false,
    issuedOn: localDay(now, zoneId(seller.zone)),
  });
  return here.ok ? undefined : here.reason;
}
