import type { IsoDate } from "@/lib/calendar/civil-day";
import { leaf, parent, type Xml } from "@/lib/invoices/factur-x/xml-element";
import type { VatCategory } from "@/lib/invoices/invoice";
import { scaleHalfUp } from "@/lib/money/rounding";
import type { PostalAddress } from "@/lib/orders/order";

/** Two decimals, as BR-DEC-* ask for every amount. */
export function amount(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  return `${cents < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const UNIT_PRICE_SCALE = 10_000;

/** Net price of one piece (BT-146), up to six decimals: a gross price seldom has a net one in whole cents. */
export function unitPrice(netCents: number, quantity: number): string {
  const millionths = String(scaleHalfUp(netCents, UNIT_PRICE_SCALE, quantity)).padStart(7, "0");
  const decimals = millionths.slice(-6).replace(/0{1,4}$/, "");
  return `${millionths.slice(0, -6)}.${decimals}`;
}

/** 550 bps is written 5.5. */
export function percent(rateBps: number): string {
  return String(rateBps / 100);
}

/** A day in the form `20261123`, format 102 of UNTDID 2379. */
export function dateTime(wrapper: string, day: IsoDate | undefined, namespace = "udt"): Xml {
  return parent(wrapper, leaf(`${namespace}:DateTimeString`, day?.replaceAll("-", ""), { format: "102" }));
}

/** @param tax category and rate; the rate of an exempt group is 0 (BR-E-05) */
export function tradeTax(wrapper: string, tax: { readonly category: VatCategory; readonly vatRateBps: number }): Xml {
  return parent(
    wrapper,
    leaf("ram:TypeCode", "VAT"),
    leaf("ram:CategoryCode", tax.category),
    leaf("ram:RateApplicablePercent", percent(tax.vatRateBps)),
  );
}

export function postalAddress({ line1, line2, postcode, city, country }: PostalAddress): Xml {
  return parent(
    "ram:PostalTradeAddress",
    leaf("ram:PostcodeCode", postcode),
    leaf("ram:LineOne", line1),
    leaf("ram:LineTwo", line2),
    leaf("ram:CityName", city),
    leaf("ram:CountryID", country),
  );
}
