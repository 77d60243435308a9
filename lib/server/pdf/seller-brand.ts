import { legalSummary, printedName } from "@/lib/invoices/seller-block";
import { type SellerIdentity, sirenOf } from "@/lib/sellers/legal-identity";
import { addressLines } from "@/lib/server/pdf/address-block";
import { groupedDigits } from "@/lib/server/pdf/french-format";

/** Name at the head of a paper: the one customers know, the legal one and the contact under it. */
export function sellerBrand(seller: SellerIdentity) {
  const { tradeName, email, phone } = seller;
  const contact = [email, phone].filter((text) => text !== undefined).join(" · ");
  return {
    name: tradeName ?? printedName(seller),
    under: [tradeName === undefined ? "" : printedName(seller), contact].filter((text) => text !== ""),
  };
}

/** Name, form, capital, register, seat and VAT number in one line, on every page. */
export function legalLine(seller: SellerIdentity): string {
  const siren = sirenOf(seller);
  return [
    printedName(seller),
    legalSummary(seller),
    siren === undefined ? undefined : `SIREN\u00a0${groupedDigits(siren)}`,
    addressLines(seller.address).join(", "),
    seller.vatNumber === undefined ? undefined : `TVA\u00a0${seller.vatNumber}`,
  ]
    .filter((text) => text !== undefined && text !== "")
    .join(" · ");
}

/** A seller whose settings hold no legal identity signs by its name alone: better no address than somebody else's. */
export function bareIdentity(name: string): SellerIdentity {
  const address = { name, line1: "", postcode: "", city: "", country: "FR" };
  return { status: "company", name, address, vatRegime: "liable" };
}
