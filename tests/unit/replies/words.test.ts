import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { CARRIER_IDS } from "@/lib/carriers/carrier";
import { PARCEL_STATUSES } from "@/lib/carriers/parcel-status";
import { PROOF_VERDICTS } from "@/lib/evidence/document";
import { PROOF_EVIDENCE_KINDS, STATED_STATUSES } from "@/lib/evidence/document-facts";
import { PROOF_REASONS } from "@/lib/evidence/proof-verdict";
import en from "@/lib/i18n/messages/en.json";
import fr from "@/lib/i18n/messages/fr.json";
import { DEMANDS, FLAGS } from "@/lib/replies/demand";
import { FORBIDDEN_DEMANDS, GESTURE_NATURES, REFUND_METHODS } from "@/lib/replies/field";
import { FORM_FIELDS } from "@/lib/replies/form-fields";
import { REFUSAL_GROUNDS } from "@/lib/replies/refusal";
import { REMEDIES } from "@/lib/replies/remedy";
import { replyParagraphs } from "@/lib/replies/rendered";
import { SOLUTIONS } from "@/lib/replies/solution";
import { TEMPLATE_VARIABLES } from "@/lib/replies/templates";
import { type WrittenParagraph, writeParagraphs } from "@/lib/replies/write";
import { COMPLETE } from "@/tests/unit/replies/complete-replies";
import { RETURN_ADDRESS, replyContext } from "@/tests/unit/replies/reply-context";

const FILES = { fr, en } as const;

function wordsAt(file: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((node, key) => (isRecord(node) ? node[key] : undefined), file);
}

function isRecord(node: unknown): node is Record<string, unknown> {
  return typeof node === "object" && node !== null;
}

const KEYS = [
  ...Object.keys(DEMANDS).map((code) => `missing.${code}`),
  ...Object.keys(FLAGS).map((code) => `missing.flags.${code}`),
  ...SOLUTIONS.flatMap((solution) => [`solutions.names.${solution}`, `solutions.hints.${solution}`]),
  ...REMEDIES.flatMap((remedy) => [`solutions.remedies.${remedy}`, `replyFields.alsoOffered.choices.${remedy}`]),
  ...REFUSAL_GROUNDS.map((ground) => `solutions.grounds.${ground}`),
  ...GESTURE_NATURES.map((nature) => `solutions.gestures.${nature}`),
  ...REFUND_METHODS.map((method) => `solutions.refundMethods.${method}`),
  ...FORBIDDEN_DEMANDS.map((demand) => `replyFields.demands.choices.${demand}`),
  ...Object.entries(FORM_FIELDS).flatMap(([name, field]) => [
    `replyFields.${name}.label`,
    ...("choices" in field ? field.choices.map((choice) => `replyFields.${name}.choices.${choice}`) : []),
  ]),
  ...Object.keys(TEMPLATE_VARIABLES).map((variable) => `solutions.templateVariables.${variable}`),
  ...Object.keys(PROOF_REASONS).map((code) => `verdict.reasons.${code}`),
  ...PROOF_VERDICTS.flatMap((level) => [`verdict.levels.${level}`, `verdict.levelHelp.${level}`]),
  ...PROOF_EVIDENCE_KINDS.map((kind) => `verdict.evidenceKinds.${kind}`),
  ...STATED_STATUSES.map((status) => `verdict.statedStatuses.${status}`),
  ...PARCEL_STATUSES.map((status) => `carriers.status.${status}`),
];

describe("words", () => {
  test.each(["fr", "en"] as const)("every code, name and field has its words in %s", (locale) => {
    const silent = KEYS.filter((key) => typeof wordsAt(FILES[locale], key) !== "string");
    expect(silent).toEqual([]);
  });

  test("a carrier has a name of its own, or the words for another one", () => {
    expect(CARRIER_IDS).toContain("other");
    expect(wordsAt(fr, "carriers.other")).toBe("Autre transporteur");
  });
});

function write(locale: "fr" | "en", solution: keyof typeof COMPLETE): readonly WrittenParagraph[] {
  const { input, context } = COMPLETE[solution];
  return writeParagraphs(replyParagraphs(input, context), wordingOf(locale));
}

function wordingOf(locale: "fr" | "en") {
  const translator = createTranslator<Record<string, unknown>, never>({
    locale,
    messages: FILES[locale],
    onError: (error) => {
      throw error;
    },
  });
  const translate = (key: string, values?: Record<string, string>) =>
    Reflect.apply(translator, undefined, [key, values]);
  return { translate, locale, timeZone: "Europe/Paris" } as const;
}

describe("an answer as it is read", () => {
  test.each(
    SOLUTIONS.flatMap((solution) => [
      { solution, locale: "fr" as const },
      { solution, locale: "en" as const },
    ]),
  )("$solution in $locale has words for every sentence", ({ solution, locale }) => {
    const written = write(locale, solution);
    expect(written.length).toBeGreaterThan(0);
    expect(written.filter(({ text }) => text === "" || text.includes("solutions.") || text.includes("{"))).toEqual([]);
  });

  test("a delivery is the carrier's word, in the reader's zone", () => {
    expect(write("fr", "confirm_delivery").map(({ text }) => text)).toEqual([
      "Nous comprenons votre inquiétude et nous avons vérifié votre colis auprès du transporteur.",
      "Colissimo indique une remise le mercredi 18 novembre 2026 à 11:20 pour le colis n°\u00A06A15602676300.",
      "La preuve de livraison est jointe à cette réponse.",
      "Ce n’est pas vous qui l’avez reçu\u202F? Dites-le-nous depuis votre page de suivi\u00A0: nous chercherons avec vous une autre solution.",
    ]);
  });

  test("the tracking number leads to the carrier's page", () => {
    const { href } = write("fr", "parcel_in_transit").find(({ text }) => text.startsWith("Suivi")) ?? { href: null };
    expect(href).toBe("https://www.laposte.fr/outils/suivre-vos-envois?code=6A15602676300");
  });

  test("the first of a month is said as the French do", () => {
    expect(write("fr", "replacement").map(({ text }) => text)).toContain(
      "Livraison prévue le mardi 1er décembre 2026.",
    );
    expect(write("en", "replacement").map(({ text }) => text)).toContain(
      "Expected delivery: Tuesday, 1 December 2026.",
    );
  });

  test.each([
    ["fr", "69007 Lyon, France"],
    ["en", "69007 Lyon, France"],
  ] as const)("in %s a country given by its code is named", (locale, end) => {
    const { input, context } = COMPLETE.return_procedure;
    const reply = { ...input, returnAddress: { ...RETURN_ADDRESS, country: "FR" } };
    const [, address] = writeParagraphs(replyParagraphs(reply, context), wordingOf(locale));
    expect(address?.text.endsWith(end)).toBe(true);
  });

  test("a return procedure names the whole address and who pays", () => {
    expect(write("fr", "return_procedure").map(({ text }) => text)).toEqual([
      "Vous avez changé d’avis\u00A0: c’est votre droit, et vous n’avez aucun motif à donner. Voici comment nous renvoyer le produit.",
      "Adresse de retour\u00A0: Service retours Lumina, 12 rue des Ateliers, 69007 Lyon, France",
      "Référence à joindre au colis\u00A0: R-1001",
      "À envoyer au plus tard le lundi 7 décembre 2026.",
      "Les frais de retour sont à votre charge.",
      "Emballage\u00A0: Dans un carton solide.",
      "Ensuite\u00A0: Nous vérifions le colis.",
      "Vous serez fixé au plus tard le lundi 14 décembre 2026.",
      "Une question sur le retour\u202F? 04 72 00 00 00",
      "Mode de remboursement\u00A0: le moyen de paiement de votre achat.",
    ]);
  });

  test("a repair tells of the choice and of the longer guarantee", () => {
    const notices = write("fr", "repair").filter(({ style }) => style === "notice");
    expect(notices.map(({ text }) => text)).toEqual([
      "Vous avez le choix entre la réparation et le remplacement. Si vous choisissez la réparation, votre garantie légale de conformité est prolongée de 6 mois.",
    ]);
  });

  test("a refusal ends with guarantees, marketplace and mediator", () => {
    const notices = write("fr", "refuse").filter(({ style }) => style === "notice");
    expect(notices.map(({ text }) => text)).toEqual([
      "Vos garanties légales demeurent\u00A0: la garantie légale de conformité pendant deux ans à compter de la livraison, et la garantie des vices cachés pendant deux ans à compter de leur découverte.",
      "Vous n’êtes pas d’accord\u202F? Répondez-nous, ou demandez l’aide de Grand Bazar, depuis votre page de suivi.",
      "Vous pouvez aussi saisir gratuitement notre médiateur de la consommation, dans l’année qui suit votre réclamation\u00A0: CM2C, 49 rue de Ponthieu, 75008 Paris, https://www.cm2c.net",
      "SignalConso et les tribunaux vous restent ouverts. Gardez une copie de cette réponse\u00A0: vous pouvez l’imprimer.",
    ]);
  });

  test("a gesture waits for a yes and takes nothing away", () => {
    const texts = write("fr", "goodwill_gesture").map(({ text }) => text);
    expect(texts).toContain("L’accepter ne supprime pas vos garanties légales.");
    expect(texts).toContain(
      "Le choix vous appartient. Vous pouvez aussi préférer l’envoi de l’article manquant ou le retour, avec remboursement\u00A0: dites-le-nous depuis votre page de suivi.",
    );
  });

  test("what a seller types stays text", () => {
    const input = { solution: "answer_other", message: "<b>{name}</b> 'quoted'" } as const;
    const written = writeParagraphs(
      replyParagraphs(input, replyContext({ claim: { situation: "other" } })),
      wordingOf("fr"),
    );
    expect(written.map(({ text }) => text)).toEqual(["<b>{name}</b> 'quoted'"]);
  });

  test("a foreign link is shown as text", () => {
    const input = { solution: "ship_missing_item", trackingUrl: "https://evil.example/x" } as const;
    const written = writeParagraphs(
      replyParagraphs(input, replyContext({ claim: { situation: "missing_item" } })),
      wordingOf("fr"),
    );
    expect(written).toContainEqual({
      style: "item",
      text: "Lien de suivi\u00A0: https://evil.example/x",
      href: null,
    });
  });
});
