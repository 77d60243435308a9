import { EU_RATES, FRENCH_RATES } from "@/lib/invoices/vat-rate-table";
import { isExportWithinFrance, isWithoutVat, type VatTerritory, vatTerritory } from "@/lib/invoices/vat-territory";
import type { PostalAddress, VatScheme } from "@/lib/orders/order";
import type { VatRegime } from "@/lib/sellers/legal-identity";

/**
 * Why a line's VAT is doubtful. `unknown_rate`: the destination does not know this rate. `rate_not_zero`: the scheme
 * shows no VAT, yet a rate is given. `not_of_regime`: the seller's regime and the line's scheme exclude each other.
 * `exemption_expected`: the route is outside French VAT, yet VAT is charged. `exemption_doubtful`: the reverse.
 */
export const VAT_WARNINGS = [
  "unknown_rate",
  "rate_not_zero",
  "not_of_regime",
  "exemption_expected",
  "exemption_doubtful",
] as const;
export type VatWarningCode = (typeof VAT_WARNINGS)[number];

export type VatWarning = { readonly lineId: string; readonly code: VatWarningCode };

type Place = Pick<PostalAddress, "country" | "postcode">;

type TaxedLine = { readonly lineId: string; readonly vatScheme: VatScheme; readonly vatRateBps: number };

export type VatRateInput = {
  readonly shipFrom: Place;
  readonly deliveredTo: Place;
  /** Unknown for an imported order whose seller has not filled the legal identity in yet. */
  readonly vatRegime?: VatRegime | undefined;
  readonly lines: readonly TaxedLine[];
};

/** Doubts about the rates of an order, one at most per line. A doubtful rate is warned about, never changed. */
export function checkVatRates({ shipFrom, deliveredTo, vatRegime, lines }: VatRateInput): readonly VatWarning[] {
  return lines.flatMap((line) => {
    const code = doubtAbout(line, { shipFrom, deliveredTo, vatRegime });
    return code === undefined ? [] : [{ lineId: line.lineId, code }];
  });
}

type Context = Omit<VatRateInput, "lines">;

function doubtAbout({ vatScheme, vatRateBps }: TaxedLine, context: Context): VatWarningCode | undefined {
  if (context.vatRegime === "franchise" && vatScheme !== "franchise") {
    return "not_of_regime";
  }
  switch (vatScheme) {
    case "franchise":
      return context.vatRegime === "liable" ? "not_of_regime" : zeroOnly(vatRateBps);
    case "margin":
      return zeroOnly(vatRateBps);
    case "exempt_dom":
      return zeroOnly(vatRateBps) ?? (isOutsideFrenchVat(context) ? undefined : "exemption_doubtful");
    case "oss":
      return knownThere(vatRateBps, context.deliveredTo) ? undefined : "unknown_rate";
    case "standard":
      return doubtAboutStandard(vatRateBps, context);
  }
}

function zeroOnly(vatRateBps: number): VatWarningCode | undefined {
  return vatRateBps === 0 ? undefined : "rate_not_zero";
}

function doubtAboutStandard(vatRateBps: number, { shipFrom, deliveredTo }: Context): VatWarningCode | undefined {
  const to = vatTerritory(deliveredTo);
  if (isOutsideFrenchVat({ shipFrom, deliveredTo }) || to === "third") {
    return vatRateBps === 0 ? undefined : "exemption_expected";
  }
  // Below the 10,000 € of distance sales a year, a Union customer pays the rates of the country of departure.
  const places = to === "eu" ? [deliveredTo, shipFrom] : [deliveredTo];
  return places.some((place) => knownThere(vatRateBps, place)) ? undefined : "unknown_rate";
}

function isOutsideFrenchVat({ shipFrom, deliveredTo }: Pick<Context, "shipFrom" | "deliveredTo">): boolean {
  const [from, to] = [vatTerritory(shipFrom), vatTerritory(deliveredTo)];
  return isWithoutVat(to) || isExportWithinFrance(from, to);
}

function knownThere(vatRateBps: number, place: Place): boolean {
  const territory = vatTerritory(place);
  const rates = territory === "eu" ? EU_RATES[place.country.toUpperCase()] : frenchRates(territory);
  return rates?.includes(vatRateBps) ?? false;
}

function frenchRates(territory: Exclude<VatTerritory, "eu">): readonly number[] {
  return territory === "third" ? [] : FRENCH_RATES[territory];
}
