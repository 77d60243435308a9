import type { Situation, WithdrawalPhase } from "@/lib/claims/claim";
import type { Origin } from "@/lib/deadlines/rule";

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

export const REPLY: SituationCell = {
  text: {
    fr: "Dans un délai de 2 jours ouvrés à compter de la demande du client",
    en: "Within 2 working days of the customer’s request",
  },
  origin: TABLE,
};

/** The table gives the phases of S2 no time to answer: two working days are our reading, and may be changed. */
export const ASSUMED_REPLY: SituationCell = {
  text: {
    fr: "Réponse dans un délai de 2 jours ouvrés à compter de la demande du client",
    en: "Answer within 2 working days of the customer’s request",
  },
  origin: "assumed:situations",
};

export const NO_LONGER_WANTED: Bilingual = {
  fr: "Le client ne veut plus de son produit",
  en: "The customer no longer wants the product",
};

export const WITHDRAWAL_REFUND: SituationCell = {
  text: {
    fr: "Remboursement de la totalité des sommes, livraison comprise, dans les 14 jours où le vendeur est informé",
    en: "Refund of everything paid, delivery included, within 14 days of the seller being informed",
  },
  origin: "law:C. conso. L221-24",
};

export const CONFORMITY_REMEDY: SituationCell = {
  text: {
    fr: "Mise en conformité sans frais, au plus tard 30 jours après la demande ; le choix entre réparation et remplacement appartient au client",
    en: "Put right free of charge, 30 days after the request at the latest; the choice between repair and replacement is the customer’s",
  },
  origin: "law:C. conso. L217-10",
};

export const RISK_OF_LOSS: SituationCell = {
  text: {
    fr: "Le vendeur supporte le risque de perte jusqu’à la prise de possession par le client",
    en: "The seller bears the risk of loss until the customer takes possession",
  },
  origin: "law:C. conso. L216-2",
};

export const DELIVERY_REFUND: SituationCell = {
  text: {
    fr: "Contrat résolu faute de livraison : remboursement dans les 14 jours",
    en: "Contract ended for non-delivery: refund within 14 days",
  },
  origin: "law:C. conso. L216-7",
};

export const REST_DAY_AT_THE_END: SituationCell = {
  text: {
    fr: "*Un délai qui s’achève un samedi, un dimanche ou un jour férié court jusqu’au premier jour ouvrable suivant",
    en: "*A period that ends on a Saturday, a Sunday or a public holiday runs on to the next working day",
  },
  origin: "law:C. conso. L221-19",
};

export const UNINFORMED_PERIOD: SituationCell = {
  text: {
    fr: "Client non informé de son droit : le délai est prolongé de 12 mois",
    en: "Customer not informed of the right: the period is extended by 12 months",
  },
  origin: "law:C. conso. L221-20",
};

export const MEDIATOR: SituationCell = {
  text: {
    fr: "Un refus rappelle le médiateur de la consommation et ses coordonnées",
    en: "A refusal gives the consumer mediator and how to reach it",
  },
  origin: "law:C. conso. L616-2",
};

export const LEGAL_GUARANTEE: SituationCell = {
  text: {
    fr: "Garantie légale de conformité : 2 ans à compter de la livraison",
    en: "Legal guarantee of conformity: 2 years from delivery",
  },
  origin: "law:C. conso. L217-3",
};
