import { describe, expect, test } from "vitest";
import { SITUATIONS, WITHDRAWAL_PHASES } from "@/lib/claims/claim";
import { SITUATION_TABLE, situationRow, situationTitle } from "@/lib/policy/situations";

const plain = (words: string) => words.replaceAll(/[\u00a0\u202f]/g, " ");
const practices = (code: string) =>
  SITUATION_TABLE.filter((row) => row.code === code)
    .flatMap((row) => row.practices.map((cell) => plain(cell.text.fr)))
    .join(" ");

describe("the French practices are the table's own words", () => {
  test.each([
    {
      code: "S1",
      words:
        "Rassurez le client en confirmant la livraison (numéro de colis, preuve de livraison) ou en proposant une autre solution (remboursement, réexpédition). Envoyez une preuve de livraison au client via votre espace vendeur.",
    },
    { code: "S2a", words: "Confirmez au client l’annulation de sa commande." },
    {
      code: "S2b",
      words: "Indiquez au client une procédure de retour complète comprenant une adresse postale.",
    },
    { code: "S2c", words: "Confirmez l’acceptation ou le refus de la demande du client." },
    {
      code: "S3",
      words:
        "Indiquez à votre client une procédure de retour complète ou d’échange du produit en prenant en charge les frais concernés.",
    },
    {
      code: "S4",
      words:
        "Indiquez à votre client une procédure de retour complète ou de réparation du produit en prenant en charge les frais concernés.",
    },
    {
      code: "S5",
      words:
        "Indiquez à votre client une procédure de retour complète ou de réparation du produit en prenant en charge les frais concernés.",
    },
    {
      code: "S6",
      words:
        "Proposez une des solutions suivantes au client : expédition de l’élément manquant (avec une date de livraison et un lien de suivi de colis) · procédure de retour complète · geste commercial au client, sous réserve qu’il accepte cette solution.",
    },
    {
      code: "S7",
      words:
        "Envoyez au client sa facture via votre espace vendeur. Un doute sur la conformité de votre document ? Voir la fiche F31808 de service-public.fr.",
    },
  ])("$code", ({ code, words }) => {
    expect(practices(code)).toBe(words);
  });
});

test("each situation has its line, and the product no longer wanted one for each phase", () => {
  for (const situation of SITUATIONS.filter((name) => name !== "other" && name !== "no_longer_wanted")) {
    expect(situationRow(situation, null)?.situation).toBe(situation);
  }
  expect(WITHDRAWAL_PHASES.map((phase) => situationRow("no_longer_wanted", phase)?.code)).toEqual([
    "S2a",
    "S2b",
    "S2c",
  ]);
  expect(situationRow("other", null)).toBeUndefined();
  expect(situationTitle("other").fr).toBe("Autre demande");
  expect(situationRow("no_longer_wanted", null)).toBeUndefined();
  expect(situationTitle("no_longer_wanted").en).toBe(situationRow("no_longer_wanted", "before_dispatch")?.title.en);
});

test("a reply to S2 is our reading, everywhere else the contract's", () => {
  const replies = SITUATION_TABLE.map((row) => [
    row.code,
    row.when.find((cell) => plain(cell.text.fr).includes("2 jours ouvrés"))?.origin.split(":")[0],
  ]);
  expect(Object.fromEntries(replies)).toEqual({
    S1: "contract",
    S2a: "assumed",
    S2b: "assumed",
    S2c: "assumed",
    S3: "contract",
    S4: "contract",
    S5: "contract",
    S6: "contract",
    S7: "contract",
  });
});
