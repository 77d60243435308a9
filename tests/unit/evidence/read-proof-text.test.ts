import { describe, expect, test } from "vitest";
import { readProofText } from "@/lib/evidence/read-proof-text";

describe("readProofText", () => {
  test("a carrier's slip", () => {
    const slip = `La Poste
Colissimo : preuve de livraison
Numéro de suivi : 6A 15602 67630 0
Pris en charge le 16/11/2026 à 09:00
Livré le 18/11/2026 à 11h20
Signé par : N. LE GOFF
29200 BREST`;
    expect(readProofText(slip)).toEqual({
      carrier: "Colissimo",
      trackingNumber: "6A15602676300",
      deliveredAt: "2026-11-18T11:20",
      signatory: "N. LE GOFF",
      "place.postcode": "29200",
      "place.city": "BREST",
    });
  });

  test("a pasted tracking page, with a month in words", () => {
    const page = "UPS\nVotre envoi 1Z5R89390357567127\nRemis à : Jeanne Martin\nLivré mercredi 18 novembre 2026 14:05";
    expect(readProofText(page)).toEqual({
      carrier: "UPS",
      trackingNumber: "1Z5R89390357567127",
      deliveredAt: "2026-11-18T14:05",
      recipient: "Jeanne Martin",
    });
  });

  test.each([
    { because: "a day without its time is no instant", text: "Colissimo\nLivré le 18/11/2026", name: "deliveredAt" },
    {
      because: "an announced delivery did not happen",
      text: "Livraison prévue le 18/11/2026 à 10:00",
      name: "deliveredAt",
    },
    { because: "a parcel not delivered was not", text: "Non livré le 18/11/2026 à 10:00", name: "deliveredAt" },
    { because: "no such day", text: "Livré le 18/13/2026 à 10:00", name: "deliveredAt" },
    { because: "two carriers are named", text: "Reçu de UPS pour DHL", name: "carrier" },
    { because: "a word is no carrier", text: "groupsystems", name: "carrier" },
    { because: "any long number may be a phone", text: "Appelez le 0123456789", name: "trackingNumber" },
  ])("$because", ({ text, name }) => {
    expect(readProofText(text)).not.toHaveProperty([name]);
  });

  test.each([
    { text: "Votre colis est disponible dans votre point de retrait depuis le 02/11/2026.", status: "available" },
    { text: "Your parcel is available at the pick-up point", status: "available" },
    { text: "Le colis a été retourné à l’expéditeur", status: "returned" },
    { text: "Votre colis sera disponible en point de retrait demain", status: undefined },
    { text: "Disponible en point relais le 16/11\nLivré le 18/11/2026 à 10:00", status: undefined },
  ])("what a parcel does that was not delivered: $text", ({ text, status }) => {
    expect(readProofText(text).status).toBe(status);
  });

  test("an endless text is read in no time, and an empty one says nothing", () => {
    expect(readProofText("")).toEqual({});
    expect(readProofText(`${"livré 18/11/".repeat(200_000)}`)).toEqual({});
  });
});
