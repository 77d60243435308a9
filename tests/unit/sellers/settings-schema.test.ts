import { describe, expect, test } from "vitest";
import {
  afterSalesSchema,
  createSellerSchema,
  invoicingSchema,
  legalIdentitySchema,
  returnProfileSchema,
} from "@/lib/sellers/schema";
import { fieldCodes } from "@/lib/server/action-state";

const identity = {
  status: "company",
  name: "Lumières du Rhône",
  tradeName: "",
  address: { line1: "12 rue des Lices", line2: "", postcode: "69001", city: "Lyon", country: "fr" },
  vatRegime: "liable",
  vatNumber: "FR 93 377 853 536",
  siren: "377 853 536",
  siret: "",
  shareCapital: "10 000,50 €",
  email: "",
};

function codes(result: { readonly success: boolean; readonly error?: Parameters<typeof fieldCodes>[0] | undefined }) {
  return result.error ? fieldCodes(result.error) : {};
}

describe("legalIdentitySchema", () => {
  test("reads what people type: spaces in numbers, euros, a country in small letters", () => {
    expect(legalIdentitySchema.parse(identity)).toMatchObject({
      siren: "377853536",
      siret: undefined,
      vatNumber: "FR93377853536",
      shareCapitalCents: 1_000_050,
      vatOnDebits: false,
      address: { name: "Lumières du Rhône", country: "FR", line2: undefined },
    });
  });

  test("takes what is not filled in yet, and refuses what is wrong", () => {
    expect(codes(legalIdentitySchema.safeParse({ ...identity, siren: "", vatNumber: "" }))).toEqual({});
    expect(codes(legalIdentitySchema.safeParse({ ...identity, siren: "377853537", vatNumber: "" }))).toEqual({
      siren: ["invalid_siren"],
    });
    expect(codes(legalIdentitySchema.safeParse({ ...identity, vatNumber: "FR00377853536" }))).toEqual({
      vatNumber: ["invalid_vat_number"],
    });
    expect(codes(legalIdentitySchema.safeParse({ ...identity, shareCapital: "beaucoup" }))).toEqual({
      shareCapital: ["invalid_number"],
    });
  });
});

test("the two series have two prefixes, in capitals", () => {
  const mode = { invoicingMode: "issued_here" };
  expect(invoicingSchema.parse({ ...mode, invoicePrefix: "fa", creditNotePrefix: "av" })).toMatchObject({
    invoicePrefix: "FA",
    creditNotePrefix: "AV",
  });
  expect(codes(invoicingSchema.safeParse({ ...mode, invoicePrefix: "f", creditNotePrefix: "F" }))).toEqual({
    creditNotePrefix: ["same_prefix"],
  });
});

test("a parcel is not sent to a box", () => {
  const profile = {
    name: "Entrepôt",
    recipient: "Atelier du Lin",
    line1: "BP 123",
    postcode: "69001",
    city: "Lyon",
    country: "FR",
    means: "prepaid_label",
    withdrawalCostBearer: "customer",
    packing: "Emballage protecteur",
  };
  expect(codes(returnProfileSchema.safeParse(profile))).toEqual({ line1: ["po_box"] });
  expect(returnProfileSchema.safeParse({ ...profile, line1: "3 rue Neuve" }).success).toBe(true);
});

test("customers get a phone or a postal address, and a whole mediator or none", () => {
  const contact = { email: "sav@exemple.fr", phone: "", postalAddress: "", zone: "Europe/Paris", mediatorName: "CM2C" };
  expect(codes(afterSalesSchema.safeParse(contact))).toEqual({
    phone: ["phone_or_address"],
    mediatorName: ["incomplete_mediator"],
  });
});

test.each([
  { email: "", code: "required" },
  { email: "  ", code: "required" },
  { email: "owner@", code: "invalid_email" },
])("an address of « $email » is $code", ({ email, code }) => {
  const parsed = createSellerSchema.safeParse({ name: "Maison Lumen", slug: "maison-lumen", email });
  expect(parsed.error && fieldCodes(parsed.error)).toEqual({ email: [code] });
});
