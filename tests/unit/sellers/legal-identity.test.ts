import { describe, expect, test } from "vitest";
import { missingIdentityMentions, type SellerIdentity, sirenOf } from "@/lib/sellers/legal-identity";
import { frenchVatNumber, isSiren, isSiret, isVatNumber, withoutSpaces } from "@/lib/sellers/registration-keys";

const address = { name: "", line1: "12 rue des Lices", postcode: "69001", city: "Lyon", country: "FR" };
const company: SellerIdentity = {
  status: "company",
  name: "Lumières du Rhône",
  address,
  vatRegime: "liable",
  vatNumber: "FR93377853536",
  siren: "377853536",
  registration: "RCS Lyon",
  legalForm: "SARL",
  shareCapitalCents: 1_000_000,
};
const trader: SellerIdentity = {
  status: "individual",
  name: "Ana Petit",
  address,
  vatRegime: "franchise",
  siren: "377853536",
};
const foreign: SellerIdentity = {
  status: "foreign",
  name: "Lampen GmbH",
  address: { ...address, country: "DE", postcode: "10115", city: "Berlin" },
  vatRegime: "liable",
  vatNumber: "DE123456789",
};

describe("missingIdentityMentions", () => {
  test.each([
    { because: "a complete company", seller: company },
    { because: "a trader under the small-business exemption", seller: trader },
    { because: "a foreign seller with its VAT number", seller: foreign },
  ])("$because lacks nothing", ({ seller }) => {
    expect(missingIdentityMentions(seller)).toEqual([]);
  });

  test.each([
    { field: "legalForm", seller: { ...company, legalForm: undefined } },
    { field: "shareCapitalCents", seller: { ...company, shareCapitalCents: undefined } },
    { field: "registration", seller: { ...company, registration: " " } },
    { field: "siren", seller: { ...company, siren: undefined } },
    { field: "vatNumber", seller: { ...company, vatNumber: undefined } },
    { field: "address", seller: { ...trader, address: { ...address, line1: "" } } },
    { field: "name", seller: { ...trader, name: "" } },
    { field: "siren", seller: { ...trader, siren: "" } },
    { field: "foreignRegistration", seller: { ...foreign, vatRegime: "franchise" as const, vatNumber: undefined } },
  ])("names $field", ({ field, seller }) => {
    expect(missingIdentityMentions(seller)).toEqual([{ field, problem: "missing" }]);
  });

  test("a wrong key is invalid, not missing", () => {
    const seller = { ...company, siren: "377853537", siret: "37785353600017", vatNumber: "FR92377853536" };
    expect(missingIdentityMentions(seller).map((one) => `${one.field} ${one.problem}`)).toEqual([
      "siren invalid",
      "siret invalid",
      "vatNumber invalid",
    ]);
  });

  test("a SIRET gives the SIREN", () => {
    expect(sirenOf({ siret: "73282932000074" })).toBe("732829320");
  });
});

describe("registration keys", () => {
  test("SIREN and SIRET by Luhn", () => {
    expect(isSiren("732829320")).toBe(true);
    expect(isSiren("732829321")).toBe(false);
    expect(isSiren("73282932")).toBe(false);
    expect(isSiret("73282932000074")).toBe(true);
    expect(isSiret("73282932000075")).toBe(false);
  });

  test("La Poste's establishments follow a digit sum", () => {
    expect(isSiret("35600000049837")).toBe(true);
    expect(isSiret("35600000049838")).toBe(false);
  });

  test("the key of a French VAT number comes from the SIREN", () => {
    expect(frenchVatNumber("377853536")).toBe("FR93377853536");
    expect(isVatNumber("FR93377853536")).toBe(true);
    expect(isVatNumber("FR94377853536")).toBe(false);
    expect(isVatNumber("FRXX377853536")).toBe(true);
    expect(isVatNumber("DE123456789")).toBe(true);
    expect(isVatNumber("123")).toBe(false);
  });

  test("spaces and dots are a reader's comfort", () => {
    expect(withoutSpaces("fr 93 377 853 536")).toBe("FR93377853536");
  });
});
