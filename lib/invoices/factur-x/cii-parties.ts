import { postalAddress } from "@/lib/invoices/factur-x/cii-values";
import { leaf, parent, type Xml } from "@/lib/invoices/factur-x/xml-element";
import type { NumberedInvoice } from "@/lib/invoices/invoice";
import { legalSummary, printedName } from "@/lib/invoices/seller-block";
import { sirenOf } from "@/lib/sellers/legal-identity";

/** ISO 6523 code of the SIREN directory. */
const SIREN_SCHEME = "0002";

/** Seller, buyer and orders (BG-4, BG-7, BT-13, BT-14). */
export function tradeAgreement(invoice: NumberedInvoice): Xml {
  return parent(
    "ram:ApplicableHeaderTradeAgreement",
    sellerParty(invoice),
    buyerParty(invoice),
    parent("ram:SellerOrderReferencedDocument", leaf("ram:IssuerAssignedID", invoice.order.number)),
    parent("ram:BuyerOrderReferencedDocument", leaf("ram:IssuerAssignedID", invoice.buyer.purchaseOrder)),
  );
}

function sellerParty({ seller }: NumberedInvoice): Xml {
  const siren = sirenOf(seller);
  return parent(
    "ram:SellerTradeParty",
    leaf("ram:Name", printedName(seller)),
    leaf("ram:Description", legalSummary(seller)),
    parent(
      "ram:SpecifiedLegalOrganization",
      seller.status === "foreign"
        ? leaf("ram:ID", seller.foreignRegistration)
        : leaf("ram:ID", siren, { schemeID: SIREN_SCHEME }),
      leaf("ram:TradingBusinessName", seller.tradeName),
    ),
    postalAddress(seller.address),
    taxRegistration(seller.vatNumber, "VA"),
    // An exempt seller without a VAT number still needs a tax registration (BR-E-02).
    seller.vatNumber === undefined ? taxRegistration(siren ?? seller.foreignRegistration, "FC") : undefined,
  );
}

function buyerParty({ buyer }: NumberedInvoice): Xml {
  return parent(
    "ram:BuyerTradeParty",
    leaf("ram:Name", buyer.name),
    parent("ram:SpecifiedLegalOrganization", leaf("ram:ID", buyer.siren, { schemeID: SIREN_SCHEME })),
    postalAddress(buyer.address),
    taxRegistration(buyer.vatNumber, "VA"),
  );
}

function taxRegistration(id: string | undefined, schemeID: "VA" | "FC"): Xml {
  return parent("ram:SpecifiedTaxRegistration", leaf("ram:ID", id, { schemeID }));
}
