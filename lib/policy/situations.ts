import type { Situation, WithdrawalPhase } from "@/lib/claims/claim";
import type { DeadlineRules } from "@/lib/deadlines/rule";
import { DEADLINE_RULES } from "@/lib/deadlines/rules";
import { CHECK_REFERENCE } from "@/lib/invoices/checker/check-rules";
import {
  type Bilingual,
  MEDIATOR,
  NO_LONGER_WANTED,
  REST_DAY_AT_THE_END,
  RISK_OF_LOSS,
  type SituationRow,
  situationCells,
  TABLE,
} from "./situation-cells";

/**
 * The seven situations a customer may report, in the order of the table; S2 has a line for each phase. Periods are
 * those of the rules given.
 */
export function situationTable(rules: DeadlineRules): readonly SituationRow[] {
  const at = situationCells(rules);
  return [
    {
      code: "S1",
      situation: "parcel_not_received",
      title: { fr: "Le client n’a pas reçu son colis", en: "The customer has not received the parcel" },
      when: [at.REPLY, at.PROOF],
      practices: [
        {
          text: {
            fr: "Rassurez le client en confirmant la livraison (numéro de colis, preuve de livraison) ou en proposant une autre solution (remboursement, réexpédition).",
            en: "Reassure the customer by confirming the delivery (parcel number, proof of delivery) or by offering another solution (refund, new shipment).",
          },
          origin: TABLE,
        },
        {
          text: {
            fr: "Envoyez une preuve de livraison au client via votre espace vendeur.",
            en: "Send the customer a proof of delivery through your seller space.",
          },
          origin: TABLE,
        },
      ],
      law: [RISK_OF_LOSS, at.DELIVERY_REFUND],
      link: {
        href: "/situations/colis-non-recu",
        text: { fr: "Le guide de la livraison", en: "The delivery guide" },
      },
    },
    {
      code: "S2a",
      situation: "no_longer_wanted",
      phase: "before_dispatch",
      title: NO_LONGER_WANTED,
      when: [
        { text: { fr: "Avant expédition du produit", en: "Before the product is dispatched" }, origin: TABLE },
        at.ASSUMED_REPLY,
      ],
      practices: [
        {
          text: {
            fr: "Confirmez au client l’annulation de sa commande.",
            en: "Confirm to the customer that the order is cancelled.",
          },
          origin: TABLE,
        },
      ],
      law: [at.WITHDRAWAL_REFUND],
    },
    {
      code: "S2b",
      situation: "no_longer_wanted",
      phase: "withdrawal_period",
      title: NO_LONGER_WANTED,
      when: [at.WITHDRAWAL, at.ASSUMED_REPLY],
      practices: [
        {
          text: {
            fr: "Indiquez au client une procédure de retour complète comprenant une adresse postale.",
            en: "Give the customer a complete return procedure that includes a postal address.",
          },
          origin: TABLE,
        },
      ],
      law: [at.WITHDRAWAL_REFUND, REST_DAY_AT_THE_END],
    },
    {
      code: "S2c",
      situation: "no_longer_wanted",
      phase: "after_withdrawal_period",
      title: NO_LONGER_WANTED,
      when: [
        {
          text: {
            fr: "Après l’expiration du délai de rétractation",
            en: "After the withdrawal period has expired",
          },
          origin: TABLE,
        },
        at.ASSUMED_REPLY,
      ],
      practices: [
        {
          text: {
            fr: "Confirmez l’acceptation ou le refus de la demande du client.",
            en: "Confirm that the customer’s request is accepted or refused.",
          },
          origin: TABLE,
        },
      ],
      law: [at.UNINFORMED_PERIOD, MEDIATOR],
    },
    {
      code: "S3",
      situation: "wrong_product",
      title: { fr: "Le client a reçu le mauvais produit", en: "The customer has received the wrong product" },
      when: [at.REPLY],
      practices: [
        {
          text: {
            fr: "Indiquez à votre client une procédure de retour complète ou d’échange du produit en prenant en charge les frais concernés.",
            en: "Give your customer a complete procedure to return or exchange the product, and bear the costs.",
          },
          origin: TABLE,
        },
      ],
      law: [at.CONFORMITY_REMEDY],
    },
    {
      code: "S4",
      situation: "damaged",
      title: { fr: "Le client a reçu son produit abîmé", en: "The customer’s product arrived damaged" },
      when: [at.REPLY],
      practices: [
        {
          text: {
            fr: "Indiquez à votre client une procédure de retour complète ou de réparation du produit en prenant en charge les frais concernés.",
            en: "Give your customer a complete procedure to return or repair the product, and bear the costs.",
          },
          origin: TABLE,
        },
      ],
      law: [at.CONFORMITY_REMEDY],
    },
    {
      code: "S5",
      situation: "broken_down",
      title: { fr: "Le produit du client est tombé en panne", en: "The customer’s product has broken down" },
      when: [at.REPLY],
      practices: [
        {
          text: {
            fr: "Indiquez à votre client une procédure de retour complète ou de réparation du produit en prenant en charge les frais concernés.",
            en: "Give your customer a complete procedure to return or repair the product, and bear the costs.",
          },
          origin: TABLE,
        },
      ],
      law: [at.CONFORMITY_REMEDY, at.LEGAL_GUARANTEE],
    },
    {
      code: "S6",
      situation: "missing_item",
      title: { fr: "Il manque un produit à la commande du client", en: "An item is missing from the customer’s order" },
      when: [at.REPLY],
      practices: [
        {
          text: {
            fr: "Proposez une des solutions suivantes au client : expédition de l’élément manquant (avec une date de livraison et un lien de suivi de colis) · procédure de retour complète · geste commercial au client, sous réserve qu’il accepte cette solution.",
            en: "Offer the customer one of these solutions: shipping the missing item (with a delivery date and a tracking link) · a complete return procedure · a goodwill gesture, provided the customer accepts it.",
          },
          origin: TABLE,
        },
      ],
      law: [at.CONFORMITY_REMEDY],
    },
    {
      code: "S7",
      situation: "invoice_request",
      title: { fr: "Le client souhaite sa facture", en: "The customer wants an invoice" },
      when: [at.REPLY],
      practices: [
        {
          text: {
            fr: "Envoyez au client sa facture via votre espace vendeur. Un doute sur la conformité de votre document ? Voir la fiche F31808 de service-public.fr.",
            en: "Send the customer the invoice through your seller space. In doubt about your document? See page F31808 of service-public.fr.",
          },
          origin: TABLE,
        },
      ],
      law: [],
      link: {
        href: CHECK_REFERENCE.url,
        text: {
          fr: "Mentions obligatoires d’une facture (service-public.fr)",
          en: "What an invoice must state (service-public.fr, in French)",
        },
      },
    },
  ];
}

/** The table under the first published rules. */
export const SITUATION_TABLE = situationTable(DEADLINE_RULES);

const OTHER_TITLE: Bilingual = { fr: "Autre demande", en: "Another request" };

/** The line of a claim: its situation, and for a product no longer wanted its phase; none for another request. */
export function situationRow(
  situation: Situation,
  phase: WithdrawalPhase | null,
  table: readonly SituationRow[] = SITUATION_TABLE,
): SituationRow | undefined {
  return table.find((row) => row.situation === situation && (row.phase === undefined || row.phase === phase));
}

/** What the customer reports, whatever the phase. */
export function situationTitle(situation: Situation): Bilingual {
  return SITUATION_TABLE.find((row) => row.situation === situation)?.title ?? OTHER_TITLE;
}
