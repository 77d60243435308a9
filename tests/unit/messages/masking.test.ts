import { describe, expect, test } from "vitest";
import { CARD_MARKER, hasLuhnKey, IBAN_MARKER, isIban, maskPayment } from "@/lib/messages/masking";

describe("maskPayment", () => {
  test.each([
    { because: "a Visa number", text: "Ma carte 4111111111111111 merci", expected: `Ma carte ${CARD_MARKER} merci` },
    { because: "in groups of four", text: "4111 1111 1111 1111", expected: CARD_MARKER },
    { because: "digit by digit", text: "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", expected: CARD_MARKER },
    { because: "with no-break spaces", text: "4111\u00A01111\u202F1111\u00A01111", expected: CARD_MARKER },
    { because: "an IMEI that looks like a card", text: "IMEI : 378282246310005", expected: "IMEI : 378282246310005" },
    { because: "with dashes", text: "5500-0000-0000-0004.", expected: `${CARD_MARKER}.` },
    { because: "American Express", text: "3782 822463 10005", expected: CARD_MARKER },
    { because: "a wrong key is no card", text: "4111111111111112", expected: "4111111111111112" },
    { because: "a French IBAN", text: "FR76 3000 6000 0112 3456 7890 189", expected: IBAN_MARKER },
    { because: "an IBAN in lower case", text: "iban: fr7630006000011234567890189", expected: `iban: ${IBAN_MARKER}` },
    { because: "a wrong IBAN key", text: "FR7630006000011234567890188", expected: "FR7630006000011234567890188" },
    { because: "an IMEI by its name", text: "IMEI 490154203237518", expected: "IMEI 490154203237518" },
    { because: "a telephone number", text: "06 12 34 56 78", expected: "06 12 34 56 78" },
    { because: "an order by its name", text: "Commande n° 4111111111111111", expected: "Commande n° 4111111111111111" },
    { because: "a tracking number with a letter", text: "6A15602676300", expected: "6A15602676300" },
  ])("$because", ({ text, expected }) => {
    expect(maskPayment(text).text).toBe(expected);
  });

  test("keeps the numbers of the claim", () => {
    expect(maskPayment("Je parle du 4111 1111 1111 1111", ["4111111111111111"])).toEqual({
      text: "Je parle du 4111 1111 1111 1111",
      masked: 0,
    });
  });

  test("counts what it hid", () => {
    expect(maskPayment("4111111111111111 et FR7630006000011234567890189").masked).toBe(2);
  });
});

test("Luhn and ISO 13616 keys", () => {
  expect(hasLuhnKey("4111111111111111")).toBe(true);
  expect(hasLuhnKey("4111111111111121")).toBe(false);
  expect(isIban("GB82 WEST 1234 5698 7654 32")).toBe(true);
  expect(isIban("GB82 WEST 1234 5698 7654 33")).toBe(false);
});
