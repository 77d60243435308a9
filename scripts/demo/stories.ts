import type { Situation } from "@/lib/claims/claim";
import type { ReplyFields } from "@/lib/replies/field";
import type { Solution } from "@/lib/replies/solution";

/** What the seller does, so many working hours or days after the claim. */
export type DemoAnswer = {
  readonly afterHours: number;
  readonly solution: Solution;
  readonly fields?: ReplyFields;
  readonly proof?: "signed_slip" | "screenshot";
  /** Something new leaves, with a number of its own. */
  readonly sendsParcel?: true;
};

export type DemoStory = {
  readonly situation: Situation;
  readonly message: string;
  readonly openedDaysAgo: number;
  /** Days before the claim; the parcel is not delivered, or not even sent, when left out. */
  readonly shippedDaysBefore?: number;
  readonly deliveredDaysBefore?: number;
  readonly answer?: DemoAnswer;
  readonly ending?: "accepted" | "refused" | "follow_up" | "escalated" | "closed" | "received";
  readonly followUp?: string;
  /** What the seller asks the customer to agree to, since yesterday. */
  readonly question?: { readonly to: Situation; readonly reason: string };
};

const GESTURE: ReplyFields = {
  gestureNature: "price_reduction",
  gestureDescription: "une réduction sur le prix payé",
  amountCents: 800,
};

/** Each seller lives these; together they go through every situation, phase and state. */
export const DEMO_STORIES: readonly DemoStory[] = [
  {
    situation: "parcel_not_received",
    openedDaysAgo: 0,
    shippedDaysBefore: 6,
    deliveredDaysBefore: 2,
    message:
      "Bonjour, le suivi indique que mon colis est livré mais je n’ai rien dans ma boîte aux lettres et mes voisins non plus.",
  },
  {
    situation: "parcel_not_received",
    openedDaysAgo: 4,
    shippedDaysBefore: 12,
    message: "Toujours rien reçu, le suivi n’avance plus depuis une semaine. Pouvez-vous me dire où est mon colis ?",
  },
  {
    situation: "parcel_not_received",
    openedDaysAgo: 9,
    shippedDaysBefore: 8,
    deliveredDaysBefore: 3,
    message: "Je n’ai pas reçu mon colis alors que je l’attendais vendredi.",
    answer: { afterHours: 5, solution: "confirm_delivery", proof: "signed_slip" },
  },
  {
    situation: "parcel_not_received",
    openedDaysAgo: 14,
    shippedDaysBefore: 15,
    message: "Mon colis est perdu je pense, merci de me rembourser.",
    answer: { afterHours: 20, solution: "refund" },
    ending: "accepted",
  },
  {
    situation: "no_longer_wanted",
    openedDaysAgo: 0,
    message: "Je me suis trompée de couleur, pouvez-vous annuler ma commande avant l’envoi ?",
  },
  {
    situation: "no_longer_wanted",
    openedDaysAgo: 6,
    message: "Finalement je n’en ai plus besoin, merci d’annuler.",
    answer: { afterHours: 3, solution: "confirm_cancellation" },
  },
  {
    situation: "no_longer_wanted",
    openedDaysAgo: 1,
    shippedDaysBefore: 8,
    deliveredDaysBefore: 5,
    message: "Le produit ne me convient pas, je souhaite le renvoyer.",
  },
  {
    situation: "no_longer_wanted",
    openedDaysAgo: 11,
    shippedDaysBefore: 9,
    deliveredDaysBefore: 6,
    message: "Je change d’avis, comment faire pour le retour ?",
    answer: { afterHours: 26, solution: "return_procedure" },
  },
  {
    situation: "no_longer_wanted",
    openedDaysAgo: 2,
    shippedDaysBefore: 40,
    deliveredDaysBefore: 37,
    message: "Je n’ai pas ouvert le carton, est-il encore possible de le retourner ?",
  },
  {
    situation: "wrong_product",
    openedDaysAgo: 1,
    shippedDaysBefore: 7,
    deliveredDaysBefore: 2,
    message: "J’ai reçu un autre modèle que celui commandé. La référence sur la boîte n’est pas la bonne.",
  },
  {
    situation: "wrong_product",
    openedDaysAgo: 13,
    shippedDaysBefore: 8,
    deliveredDaysBefore: 4,
    message: "Ce n’est pas la bonne couleur !",
    answer: { afterHours: 100, solution: "exchange", fields: { goods: "kept" } },
    question: {
      to: "no_longer_wanted",
      reason: "La couleur reçue est bien celle de la commande : il s’agirait plutôt d’un changement d’avis.",
    },
  },
  {
    situation: "damaged",
    openedDaysAgo: 2,
    shippedDaysBefore: 6,
    deliveredDaysBefore: 1,
    message: "Le carton était enfoncé et l’article est cassé. J’ai des photos si besoin.",
  },
  {
    situation: "damaged",
    openedDaysAgo: 8,
    shippedDaysBefore: 6,
    deliveredDaysBefore: 1,
    message: "Arrivé fendu sur le côté, je suis très déçue.",
    answer: { afterHours: 22, solution: "return_procedure" },
    ending: "follow_up",
    followUp: "Merci, mais je n’ai pas d’imprimante pour l’étiquette. Comment faire ?",
  },
  {
    situation: "broken_down",
    openedDaysAgo: 5,
    shippedDaysBefore: 205,
    deliveredDaysBefore: 200,
    message: "Acheté au printemps, il ne s’allume plus du tout depuis hier.",
  },
  {
    situation: "broken_down",
    openedDaysAgo: 20,
    shippedDaysBefore: 125,
    deliveredDaysBefore: 120,
    message: "Il s’éteint tout seul au bout de cinq minutes.",
    answer: { afterHours: 30, solution: "repair" },
    ending: "escalated",
    followUp: "Je préfère un échange, la réparation est trop longue. Je demande l’aide de la place de marché.",
  },
  {
    situation: "missing_item",
    openedDaysAgo: 0,
    shippedDaysBefore: 5,
    deliveredDaysBefore: 1,
    message: "Il manque une pièce dans le paquet, impossible de s’en servir.",
  },
  {
    situation: "missing_item",
    openedDaysAgo: 7,
    shippedDaysBefore: 6,
    deliveredDaysBefore: 2,
    message: "Il n’y avait qu’un article sur les deux.",
    answer: { afterHours: 8, solution: "ship_missing_item", sendsParcel: true },
  },
  {
    situation: "missing_item",
    openedDaysAgo: 10,
    shippedDaysBefore: 6,
    deliveredDaysBefore: 2,
    message: "Il manque la notice et une petite vis.",
    answer: { afterHours: 12, solution: "goodwill_gesture", fields: GESTURE },
  },
  {
    situation: "invoice_request",
    openedDaysAgo: 1,
    shippedDaysBefore: 10,
    deliveredDaysBefore: 7,
    message: "Bonjour, pourriez-vous m’envoyer la facture de ma commande pour mon assurance ? Merci.",
  },
  {
    situation: "invoice_request",
    openedDaysAgo: 12,
    shippedDaysBefore: 20,
    deliveredDaysBefore: 16,
    message: "Il me faudrait la facture s’il vous plaît.",
    answer: { afterHours: 2, solution: "send_invoice" },
    ending: "closed",
  },
  {
    situation: "other",
    openedDaysAgo: 1,
    shippedDaysBefore: 9,
    deliveredDaysBefore: 5,
    message: "Bonjour, cet article existe-t-il dans une autre couleur ? Merci d’avance.",
  },
];
