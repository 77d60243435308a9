import type { Language, Words } from "@/lib/calendar/day-words";
import type { PeriodUnit, StartFact } from "@/lib/deadlines/rule";

/** How a sentence names the fact a period starts from, before its day. */
export const START_WORDS: Readonly<Record<StartFact, Words>> = {
  request_received: { fr: "Demande reçue", en: "Request received" },
  follow_up_received: { fr: "Relance du client reçue", en: "Customer’s follow-up received" },
  order_placed: { fr: "Commande passée", en: "Order placed" },
  formal_notice_received: { fr: "Mise en demeure reçue", en: "Formal notice received" },
  last_parcel_delivered: { fr: "Dernier colis livré", en: "Last parcel delivered" },
  initial_withdrawal_expiry: { fr: "Délai initial de rétractation échu", en: "Initial withdrawal period ended" },
  statement_sent: { fr: "Rétractation envoyée", en: "Withdrawal sent" },
  statement_received: { fr: "Rétractation reçue", en: "Withdrawal received" },
  contract_ended: { fr: "Contrat résolu", en: "Contract ended" },
  goods_returned_or_dispatch_proven: {
    fr: "Produit rendu, ou preuve de son envoi reçue",
    en: "Goods returned, or proof of their dispatch received",
  },
  taken_under_guarantee: { fr: "Produit pris sous garantie", en: "Goods taken under guarantee" },
  repair_done: { fr: "Réparation faite", en: "Repair done" },
};

const UNITS: Readonly<Record<PeriodUnit, { readonly one: Words; readonly many: Words }>> = {
  calendar_day: unit("jour calendaire", "jours calendaires", "calendar day", "calendar days"),
  working_day: unit("jour ouvré", "jours ouvrés", "working day", "working days"),
  delivery_day: unit("jour de livraison", "jours de livraison", "delivery day", "delivery days"),
  month: unit("mois", "mois", "month", "months"),
  hour: unit("heure", "heures", "hour", "hours"),
  business_hour: unit("heure d’ouverture", "heures d’ouverture", "opening hour", "opening hours"),
};

/** « 2 jours ouvrés », "2 working days". */
export function lengthInWords(length: number, unitOf: PeriodUnit, language: Language): string {
  return `${length}\u00a0${UNITS[unitOf][length === 1 ? "one" : "many"][language]}`;
}

function unit(oneFr: string, manyFr: string, oneEn: string, manyEn: string) {
  return { one: { fr: oneFr, en: oneEn }, many: { fr: manyFr, en: manyEn } };
}
