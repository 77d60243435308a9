import { describe, expect, test } from "vitest";
import { countryOptions } from "@/lib/i18n/countries";
import { countryName } from "@/lib/orders/country-name";

describe("countryName", () => {
  test.each([
    ["FR", "fr", "France"],
    ["DE", "fr", "Allemagne"],
    ["DE", "en", "Germany"],
    ["France", "en", "France"],
  ] as const)("%s in %s is %s", (country, locale, name) => {
    expect(countryName(country, locale)).toBe(name);
  });
});

describe("countryOptions", () => {
  test("France first, then by name, each country once", () => {
    const [first, ...others] = countryOptions("fr");
    expect(first).toEqual({ value: "FR", label: "France" });
    expect(others.slice(0, 2).map(({ label }) => label)).toEqual(["Afghanistan", "Afrique du Sud"]);
    const labels = others.map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
    expect(others.map(({ value }) => value)).not.toContain("EU");
  });
});
