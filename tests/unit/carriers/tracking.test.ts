import { describe, expect, test } from "vitest";
import { CARRIER_IDS, carrierById, carrierByName } from "@/lib/carriers/carrier";
import { hasDpdCheck } from "@/lib/carriers/check-digit";
import {
  checkTrackingNumber,
  isCarrierLink,
  isSameTrackingNumber,
  safeTrackingLink,
  trackingLink,
} from "@/lib/carriers/tracking";

describe("carrierByName", () => {
  test.each([
    { name: "Colissimo", expected: "colissimo" },
    { name: "COLISSIMO ", expected: "colissimo" },
    { name: "La Poste", expected: "laposte" },
    { name: "la-poste", expected: "laposte" },
    { name: "mondial_relay", expected: "mondial_relay" },
    { name: "Mondial Relay", expected: "mondial_relay" },
    { name: "Colis Privé", expected: "colis_prive" },
    { name: "colis prive", expected: "colis_prive" },
    { name: "DHL Express", expected: "dhl" },
    { name: "Transports Durand", expected: "other" },
    { name: "", expected: "other" },
    { name: null, expected: "other" },
  ])("$name is $expected", ({ name, expected }) => {
    expect(carrierByName(name).id).toBe(expected);
  });

  test("every carrier is found by its own name and identifier", () => {
    for (const id of CARRIER_IDS) {
      expect(carrierByName(id).id).toBe(id);
      expect(carrierByName(carrierById(id).name).id).toBe(id);
    }
  });
});

describe("checkTrackingNumber", () => {
  test.each([
    { carrier: "Colissimo", number: "6A15602676300", expected: "ok" },
    { carrier: "Colissimo", number: "6a 15602 683841", expected: "ok" },
    { carrier: "Colissimo", number: "4M00533946516", expected: "ok" },
    { carrier: "Colissimo", number: "6M20132968235", expected: "warning" },
    { carrier: "Colissimo", number: "CB662173705US", expected: "ok" },
    { carrier: "Colissimo", number: "123", expected: "invalid_format" },
    { carrier: "La Poste", number: "RB123456785GB", expected: "ok" },
    { carrier: "La Poste", number: "RB123456784GB", expected: "warning" },
    { carrier: "Chronopost", number: "XX062633073JB", expected: "ok" },
    { carrier: "Chronopost", number: "EY604176344FR", expected: "ok" },
    { carrier: "Chronopost", number: "XY746876977FR", expected: "ok" },
    { carrier: "Mondial Relay", number: "12345678", expected: "ok" },
    { carrier: "Mondial Relay", number: "123456789", expected: "invalid_format" },
    { carrier: "UPS", number: "1Z5R89390357567127", expected: "ok" },
    { carrier: "UPS", number: "1Z1111111111111111", expected: "warning" },
    { carrier: "DHL", number: "3318810025", expected: "ok" },
    { carrier: "DHL", number: "3318810026", expected: "warning" },
    { carrier: "FedEx", number: "986578788855", expected: "ok" },
    { carrier: "FedEx", number: "986578788854", expected: "warning" },
    { carrier: "GLS", number: "ABCD1234", expected: "ok" },
    { carrier: "DPD", number: "15501234567890", expected: "ok" },
    { carrier: "Transports Durand", number: "X", expected: "warning" },
  ])("$carrier $number: $expected", ({ carrier, number, expected }) => {
    expect(checkTrackingNumber(carrierByName(carrier), number)).toBe(expected);
  });

  test("ISO 7064 mod 37,36", () => {
    expect(["12345678W", "45678V", "00007I", "A12345J", "12345678X"].map(hasDpdCheck)).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  test("spaces, dots and case do not make another number", () => {
    expect(isSameTrackingNumber("6a15.6026-76300", "6A15602676300")).toBe(true);
    expect(isSameTrackingNumber("6A15602676300", "6A15602683841")).toBe(false);
  });
});

describe("links", () => {
  const colissimo = carrierByName("Colissimo");
  test.each([
    {
      because: "the carrier's own",
      address: "https://www.laposte.fr/outils/suivre-vos-envois?code=6A1",
      expected: true,
    },
    { because: "not encrypted", address: "http://www.laposte.fr/outils", expected: false },
    { because: "another host", address: "https://laposte.fr.evil.example/outils", expected: false },
    { because: "a look-alike", address: "https://notlaposte.fr/", expected: false },
    { because: "credentials in front", address: "https://laposte.fr@evil.example/", expected: false },
    { because: "credentials on the right host", address: "https://u:p@laposte.fr/", expected: false },
    { because: "a port", address: "https://laposte.fr:8443/", expected: false },
    { because: "a script", address: "javascript:alert(1)", expected: false },
    { because: "no address", address: "laposte.fr", expected: false },
  ])("$because", ({ address, expected }) => {
    expect(isCarrierLink(colissimo, address)).toBe(expected);
  });

  test("an unknown carrier has no host to trust", () => {
    expect(isCarrierLink(carrierByName("Durand"), "https://durand.example/suivi")).toBe(false);
  });

  test("a number is encoded into its carrier's page", () => {
    expect(trackingLink(colissimo, "6a15602676300", null)).toBe(
      "https://www.laposte.fr/outils/suivre-vos-envois?code=6A15602676300",
    );
    expect(trackingLink(colissimo, "6A&x=1", null)).toBe(
      "https://www.laposte.fr/outils/suivre-vos-envois?code=6A%26X%3D1",
    );
    expect(trackingLink(carrierByName("Mondial Relay"), "12345678", "69007")).toBe(
      "https://www.mondialrelay.fr/suivi-de-colis/?numeroExpedition=12345678&codePostal=69007",
    );
    expect(trackingLink(carrierByName("Relais Colis"), "1234567890", null)).toBeNull();
  });

  test("a foreign link gives way to the carrier's page", () => {
    const tracking = { carrier: "GLS", trackingNumber: "ABCD1234", trackingUrl: "https://evil.example/" };
    expect(safeTrackingLink(tracking)).toBe("https://gls-group.com/FR/fr/suivi-colis/?match=ABCD1234");
    expect(safeTrackingLink({ trackingUrl: "https://evil.example/" })).toBeNull();
  });
});
