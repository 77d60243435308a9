import { describe, expect, test } from "vitest";
import { SITUATIONS } from "@/lib/claims/claim";
import { DEADLINE_RULES } from "@/lib/deadlines/rules";
import en from "@/lib/i18n/messages/en.json";
import fr from "@/lib/i18n/messages/fr.json";
import { GUIDES, guideAddress, guidePeriods, situationOfGuide } from "@/lib/policy/guide";
import { situationTable } from "@/lib/policy/situations";
import { demandsOf } from "@/lib/replies/demands-of";
import { solutionsFor } from "@/lib/replies/solution";

const plain = (words: string | undefined) => words?.replaceAll(/[\u00a0\u202f]/g, " ");
const CHANGED = {
  ...DEADLINE_RULES,
  reply: { ...DEADLINE_RULES.reply, length: 3 },
  proof_of_delivery: { ...DEADLINE_RULES.proof_of_delivery, length: 9 },
  withdrawal_period: { ...DEADLINE_RULES.withdrawal_period, length: 20 },
  legal_guarantee: { ...DEADLINE_RULES.legal_guarantee, length: 36, origin: "law:un texte nouveau" },
} as const;

describe("a guide tells the rules it is given", () => {
  test("today a parcel asks for two working days, then seven days", () => {
    const [reply, proof] = guidePeriods("parcel_not_received", DEADLINE_RULES);
    expect(plain(reply?.words.fr)).toBe("2 jours ouvrés");
    expect(plain(reply?.example.fr)).toContain("jusqu’au mardi 12 mai 2026");
    expect(plain(proof?.words.en)).toBe("7 calendar days");
    expect(plain(proof?.example.en)).toContain("14 May 2026");
  });

  test("a changed rule changes its words, its origin and its worked example", () => {
    const [reply, proof] = guidePeriods("parcel_not_received", CHANGED);
    expect(plain(reply?.words.fr)).toBe("3 jours ouvrés");
    expect(plain(reply?.example.fr)).toContain("jusqu’au mercredi 13 mai 2026");
    expect(plain(proof?.example.fr)).toContain("jusqu’au samedi 16 mai 2026");
    const guarantee = guidePeriods("broken_down", CHANGED).find(({ kind }) => kind === "legal_guarantee");
    expect([plain(guarantee?.words.fr), guarantee?.origin]).toEqual(["36 mois", "law:un texte nouveau"]);
  });

  test("a changed rule changes the table", () => {
    const cells = (rules: Parameters<typeof situationTable>[0], code: string) => {
      const row = situationTable(rules).find((line) => line.code === code);
      return [...(row?.when ?? []), ...(row?.law ?? [])].map(({ text }) => plain(text.fr)).join(" | ");
    };
    expect(cells(DEADLINE_RULES, "S1")).toContain("2 jours ouvrés");
    expect(cells(CHANGED, "S1")).toContain("3 jours ouvrés");
    expect(cells(CHANGED, "S1")).toContain("9 jours calendaires");
    expect(cells(CHANGED, "S2b")).toContain("dans les 20 jours à compter de la livraison");
    expect(cells(DEADLINE_RULES, "S5")).toContain("2 ans à compter de la livraison");
    expect(cells(CHANGED, "S5")).toContain("3 ans à compter de la livraison");
  });

  test("no sentence of the guides writes a period of its own", () => {
    const sentences = JSON.stringify([fr.guide, en.guide]);
    expect(sentences.match(/\d+[\s\u00a0\u202f](jours?|mois|ans?|days?|months?|years?)/g)).toBeNull();
  });
});

describe("what an answer must hold", () => {
  test("is the list an empty answer is refused with", () => {
    expect(demandsOf("parcel_not_received", null, "confirm_delivery").map(({ code }) => code)).toEqual([
      "carrier_missing",
      "tracking_number_missing",
      "delivered_at_missing",
      "proof_missing",
    ]);
    expect(demandsOf("no_longer_wanted", "withdrawal_period", "return_procedure").map(({ code }) => code)).toContain(
      "address_street_missing",
    );
  });

  test("every answer of every situation can be told", () => {
    for (const situation of SITUATIONS) {
      for (const solution of solutionsFor(situation, null)) {
        expect(demandsOf(situation, null, solution).map(({ code }) => code)).not.toContain(
          "solution_not_for_situation",
        );
      }
    }
  });
});

test("each situation has one guide, found by its address and by no other", () => {
  const slugs = Object.values(GUIDES).map(({ slug }) => slug);
  expect(new Set(slugs).size).toBe(SITUATIONS.length - 1);
  expect(situationOfGuide("colis-non-recu")).toBe("parcel_not_received");
  expect(guideAddress("invoice_request")).toBe("/situations/facture");
  expect(situationOfGuide("__proto__")).toBeUndefined();
  expect(situationOfGuide("other")).toBeUndefined();
});
