import { describe, expect, test } from "vitest";
import { checkVatRates, type VatRateInput } from "@/lib/invoices/vat-rates";
import { vatTerritory } from "@/lib/invoices/vat-territory";
import type { VatScheme } from "@/lib/orders/order";

const mainland = { country: "FR", postcode: "75011" };
const corsica = { country: "FR", postcode: "20000" };
const reunion = { country: "FR", postcode: "97400" };
const mayotte = { country: "FR", postcode: "97600" };
const berlin = { country: "DE", postcode: "10115" };
const geneva = { country: "CH", postcode: "1201" };

function doubt(scheme: VatScheme, bps: number, route: Partial<Omit<VatRateInput, "lines">>) {
  const lines = [{ lineId: "l1", vatScheme: scheme, vatRateBps: bps }];
  return checkVatRates({ shipFrom: mainland, deliveredTo: mainland, vatRegime: "liable", ...route, lines })[0]?.code;
}

describe("checkVatRates", () => {
  test.each([
    { because: "20 % on the mainland", scheme: "standard", bps: 2000, route: {} },
    { because: "5.5 % on the mainland", scheme: "standard", bps: 550, route: {} },
    { because: "13 % in Corsica", scheme: "standard", bps: 1300, route: { deliveredTo: corsica } },
    {
      because: "8.5 % inside Réunion",
      scheme: "standard",
      bps: 850,
      route: { shipFrom: reunion, deliveredTo: reunion },
    },
    { because: "exempt from Réunion", scheme: "exempt_dom", bps: 0, route: { shipFrom: reunion } },
    { because: "exempt to Réunion", scheme: "exempt_dom", bps: 0, route: { deliveredTo: reunion } },
    {
      because: "exempt inside Mayotte",
      scheme: "exempt_dom",
      bps: 0,
      route: { shipFrom: mayotte, deliveredTo: mayotte },
    },
    { because: "19 % to Germany under OSS", scheme: "oss", bps: 1900, route: { deliveredTo: berlin } },
    { because: "20 % to Germany, under the threshold", scheme: "standard", bps: 2000, route: { deliveredTo: berlin } },
    { because: "20 % from Germany under OSS", scheme: "oss", bps: 2000, route: { shipFrom: berlin } },
    { because: "franchise", scheme: "franchise", bps: 0, route: { vatRegime: "franchise" } },
    { because: "margin", scheme: "margin", bps: 0, route: {} },
  ] as const)("$because is plausible", ({ scheme, bps, route }) => {
    expect(doubt(scheme, bps, route)).toBeUndefined();
  });

  test.each([
    { code: "unknown_rate", scheme: "standard", bps: 1960, route: {} },
    { code: "unknown_rate", scheme: "standard", bps: 1300, route: {} },
    { code: "unknown_rate", scheme: "standard", bps: 2000, route: { shipFrom: reunion, deliveredTo: reunion } },
    { code: "unknown_rate", scheme: "standard", bps: 0, route: {} },
    { code: "unknown_rate", scheme: "oss", bps: 2000, route: { deliveredTo: berlin } },
    { code: "rate_not_zero", scheme: "margin", bps: 2000, route: {} },
    { code: "rate_not_zero", scheme: "franchise", bps: 2000, route: { vatRegime: "franchise" } },
    { code: "not_of_regime", scheme: "franchise", bps: 0, route: {} },
    { code: "not_of_regime", scheme: "standard", bps: 2000, route: { vatRegime: "franchise" } },
    { code: "exemption_expected", scheme: "standard", bps: 2000, route: { deliveredTo: reunion } },
    { code: "exemption_expected", scheme: "standard", bps: 850, route: { shipFrom: reunion } },
    {
      code: "exemption_expected",
      scheme: "standard",
      bps: 850,
      route: { shipFrom: reunion, deliveredTo: { country: "FR", postcode: "97200" } },
    },
    { code: "exemption_expected", scheme: "standard", bps: 2000, route: { deliveredTo: geneva } },
    { code: "exemption_doubtful", scheme: "exempt_dom", bps: 0, route: {} },
  ] as const)("$code: $scheme at $bps", ({ code, scheme, bps, route }) => {
    expect(doubt(scheme, bps, route)).toBe(code);
  });

  test("an order whose seller has no regime yet is still checked by place", () => {
    expect(doubt("standard", 2000, { vatRegime: undefined })).toBeUndefined();
    expect(doubt("franchise", 0, { vatRegime: undefined })).toBeUndefined();
  });
});

describe("vatTerritory", () => {
  test.each([
    ["FR", "75011", "mainland"],
    ["FR", "20200", "corsica"],
    ["FR", "97110", "guadeloupe"],
    ["FR", "97150", "third"],
    ["FR", "97133", "third"],
    ["FR", "97200", "martinique"],
    ["FR", "97300", "guyane"],
    ["FR", "97400", "reunion"],
    ["FR", "97500", "third"],
    ["FR", "97600", "mayotte"],
    ["FR", "98800", "third"],
    ["FR", "98000", "mainland"],
    ["MC", "98000", "mainland"],
    ["RE", "97400", "reunion"],
    ["be", "1000", "eu"],
    ["GB", "SW1", "third"],
  ])("%s %s is %s", (country, postcode, expected) => {
    expect(vatTerritory({ country, postcode })).toBe(expected);
  });
});
