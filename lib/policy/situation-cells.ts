import type { Situation, WithdrawalPhase } from "@/lib/claims/claim";
import type { DeadlineKind, DeadlineRules, Origin, PeriodUnit } from "@/lib/deadlines/rule";
import { lengthInWords } from "@/lib/deadlines/rule-words";

/** A text that exists in both languages. The French of a practice is the table's own wording and is never reworded. */
export type Bilingual = { readonly fr: string; readonly en: string };

/** One cell of the table, with where it comes from: the Code, the marketplace's rules, or our reading. */
export type SituationCell = { readonly text: Bilingual; readonly origin: Origin };

export type SituationRow = {
  readonly code: "S1" | "S2a" | "S2b" | "S2c" | "S3" | "S4" | "S5" | "S6" | "S7";
  readonly situation: Exclude<Situation, "other">;
  readonly phase?: WithdrawalPhase;
  readonly title: Bilingual;
  /** « Quand ? » */
  readonly when: readonly SituationCell[];
  /** « Les bonnes pratiques à adopter » */
  readonly practices: readonly SituationCell[];
  /** What the law adds to the table. */
  readonly law: readonly SituationCell[];
  /** An official page that helps. */
  readonly link?: { readonly href: string; readonly text: Bilingual };
};

/** Origin of what the marketplace's table says. */
export const TABLE = "contract:situations";

export const NO_LONGER_WANTED: Bilingual = {
  fr: "Le client ne veut plus de son produit",
  en: "The customer no longer wants the product",
};

/** The cells that hold a period: it is the rule's own, so that the table and the clocks cannot disagree. */
export function situationCells(rules: DeadlineRules) {
  const full = (kind: DeadlineKind) => periodWords(rules, kind, lengthInWords);
  const short = (kind: DeadlineKind) => periodWords(rules, kind, shortLength);
  const [reply, proof] = [full("reply"), full("proof_of_delivery")];
  const [withdrawal, refund, ended] = [
    short("withdrawal_period"),
    short("withdrawal_refund"),
    short("delivery_refund"),
  ];
  const [remedy, guarantee] = [short("conformity_remedy"), short("legal_guarantee")];
  const uninformed = short("withdrawal_period_uninformed");
  return {
    REPLY: cell(
      TABLE,
      `Dans un délai de ${reply.fr} à compter de la demande du client`,
      `Within ${reply.en} of the customer’s request`,
    ),
    /** The table gives the phases of S2 no time to answer: the same period is our reading, and may be changed. */
    ASSUMED_REPLY: cell(
      "assumed:situations",
      `Réponse dans un délai de ${reply.fr} à compter de la demande du client`,
      `Answer within ${reply.en} of the customer’s request`,
    ),
    PROOF: cell(
      TABLE,
      `Dans un délai de ${proof.fr} à compter de la demande du client`,
      `Within ${proof.en} of the customer’s request`,
    ),
    WITHDRAWAL: cell(
      rules.withdrawal_period.origin,
      `Après expédition du produit et dans les ${withdrawal.fr} à compter de la livraison du produit au client (*jours fériés)`,
      `After dispatch and within ${withdrawal.en} of the product’s delivery to the customer (*public holidays)`,
    ),
    WITHDRAWAL_REFUND: cell(
      rules.withdrawal_refund.origin,
      `Remboursement de la totalité des sommes, livraison comprise, dans les ${refund.fr} où le vendeur est informé`,
      `Refund of everything paid, delivery included, within ${refund.en} of the seller being informed`,
    ),
    CONFORMITY_REMEDY: cell(
      rules.conformity_remedy.origin,
      `Mise en conformité sans frais, au plus tard ${remedy.fr} après la demande ; le choix entre réparation et remplacement appartient au client`,
      `Put right free of charge, ${remedy.en} after the request at the latest; the choice between repair and replacement is the customer’s`,
    ),
    DELIVERY_REFUND: cell(
      rules.delivery_refund.origin,
      `Contrat résolu faute de livraison : remboursement dans les ${ended.fr}`,
      `Contract ended for non-delivery: refund within ${ended.en}`,
    ),
    UNINFORMED_PERIOD: cell(
      rules.withdrawal_period_uninformed.origin,
      `Client non informé de son droit : le délai est prolongé de ${uninformed.fr}`,
      `Customer not informed of the right: the period is extended by ${uninformed.en}`,
    ),
    LEGAL_GUARANTEE: cell(
      rules.legal_guarantee.origin,
      `Garantie légale de conformité : ${guarantee.fr} à compter de la livraison`,
      `Legal guarantee of conformity: ${guarantee.en} from delivery`,
    ),
  };
}

export const RISK_OF_LOSS: SituationCell = {
  text: {
    fr: "Le vendeur supporte le risque de perte jusqu’à la prise de possession par le client",
    en: "The seller bears the risk of loss until the customer takes possession",
  },
  origin: "law:C. conso. L216-2",
};

export const REST_DAY_AT_THE_END: SituationCell = {
  text: {
    fr: "*Un délai qui s’achève un samedi, un dimanche ou un jour férié court jusqu’au premier jour ouvrable suivant",
    en: "*A period that ends on a Saturday, a Sunday or a public holiday runs on to the next working day",
  },
  origin: "law:C. conso. L221-19",
};

export const MEDIATOR: SituationCell = {
  text: {
    fr: "Un refus rappelle le médiateur de la consommation et ses coordonnées",
    en: "A refusal gives the consumer mediator and how to reach it",
  },
  origin: "law:C. conso. L616-2",
};

function cell(origin: Origin, fr: string, en: string): SituationCell {
  return { text: { fr, en }, origin };
}

type Length = (length: number, unit: PeriodUnit, language: "fr" | "en") => string;

function periodWords(rules: DeadlineRules, kind: DeadlineKind, inWords: Length): Bilingual {
  const { length, unit } = rules[kind];
  if (length === null) throw new Error(`${kind} has no length of its own`);
  return { fr: inWords(length, unit, "fr"), en: inWords(length, unit, "en") };
}

/** As one says it: calendar days are days, twenty-four months two years. */
function shortLength(length: number, unit: PeriodUnit, language: "fr" | "en"): string {
  if (unit === "calendar_day") return `${length}\u00a0${language === "fr" ? "jours" : "days"}`;
  if (unit === "month" && length > 12 && length % 12 === 0) {
    return `${length / 12}\u00a0${language === "fr" ? "ans" : "years"}`;
  }
  return lengthInWords(length, unit, language);
}
