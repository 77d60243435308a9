import type { ForbiddenDemand } from "@/lib/replies/field";

/** Wordings that usually hold a demand the law forbids under the right of withdrawal, in French and English. */
const DEMANDS: readonly { readonly demand: ForbiddenDemand; readonly pattern: RegExp }[] = [
  {
    demand: "reason",
    pattern:
      /(motif|raison|justifi\w*|pourquoi)[^.!?]{0,40}(retour|r[ée]tract|obligatoire|exig|demand|pr[ée]cis|indiqu)|(pr[ée]cis\w*|indiqu\w*|expliqu\w*|justifi\w*|donn\w*)[^.!?]{0,30}(motif|raison|pourquoi)|(reason|why)[^.!?]{0,30}return|return[^.!?]{0,30}reason/iu,
  },
  {
    demand: "prior_agreement",
    pattern:
      /(sous r[ée]serve de|apr[èe]s|soumis\w* [àa]|attend\w*)[^.!?]{0,30}(notre )?(accord|acceptation|autorisation|validation)|accord pr[ée]alable|prior (agreement|approval|authori[sz]ation)|subject to (our )?(approval|agreement)/iu,
  },
  {
    demand: "original_packaging",
    pattern:
      /(emballage|carton|bo[îi]te|conditionnement)[^.!?]{0,12}(d['’]origine|initial|d['’]achat)|jamais ouvert|non ouvert|original (packaging|box|packing)|unopened/iu,
  },
  {
    demand: "restocking_fee",
    pattern:
      /(frais|retenue|d[ée]cote|p[ée]nalit[ée])[^.!?]{0,25}(remise en stock|restockage|reconditionnement|traitement|dossier|gestion)|restocking|handling fee/iu,
  },
  {
    demand: "voucher",
    pattern:
      /(rembours|r[ée]gl|compens)[^.!?]{0,60}(bon d['’]achat|avoir\b|ch[èe]que[- ]cadeau|carte[- ]cadeau)|(bon d['’]achat|carte[- ]cadeau)[^.!?]{0,40}(à la place|au lieu|rembours)|store credit|(refund\w*|paid)[^.!?]{0,40}voucher/iu,
  },
  {
    demand: "refund_after_inspection",
    pattern:
      /(rembours\w*|remboursement)[^.!?]{0,80}(apr[èe]s|une fois|d[èe]s)[^.!?]{0,40}(contr[ôo]l|v[ée]rifi|inspect|exam|expertis|test)|(apr[èe]s|une fois)[^.!?]{0,40}(contr[ôo]l|v[ée]rifi|inspect|expertis)[^.!?]{0,60}rembours|refund\w*[^.!?]{0,60}(after|once)[^.!?]{0,30}(inspect|check|test)/iu,
  },
];

const RESERVATION =
  /(r[ée]serves?\b)[^.!?]{0,60}(livr|transporteur|bon|r[ée]ception|émis|formul)|(absence|aucune|sans|pas)( de)? r[ée]serve|reservation[^.!?]{0,30}(deliver|slip|carrier)/iu;
const SENT_TO_CARRIER =
  /(contact\w*|rapproch\w*|adress\w*|voi[rt]|voyez|appel\w*|tourn\w*)[^.!?]{0,30}(transporteur|la poste|colissimo|chronopost|mondial relay|dpd|gls|ups|votre facteur|carrier|courier)/iu;
const NEGATION =
  /(?<![\p{L}])(pas|aucune?|sans|jamais|ni|facultati\w*|not|no|without|never|neither|don['’]t|needn['’]t|optional)(?![\p{L}])/giu;

/** Demands a text makes, sentence by sentence; a sentence that denies the demand is left alone. A hint, never a proof. */
export function demandsIn(text: string): readonly ForbiddenDemand[] {
  const asking = sentencesOf(text).filter((sentence) => !isDenial(sentence));
  return DEMANDS.filter(({ pattern }) => asking.some((sentence) => pattern.test(sentence))).map(({ demand }) => demand);
}

/** Whether a text reproaches the customer with reservations not made at delivery: those bind the carrier only. */
export function demandsReservation(text: string): boolean {
  return sentencesOf(text).some((sentence) => RESERVATION.test(sentence));
}

/** Whether a text sends the customer to the carrier: the seller bears the risk until the goods are handed over. */
export function sendsToCarrier(text: string): boolean {
  return sentencesOf(text).some((sentence) => SENT_TO_CARRIER.test(sentence) && !isDenial(sentence));
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?;])\s+|\n+/u).filter((sentence) => sentence.trim() !== "");
}

/** An odd number of negations denies; two of them ("pas de retour sans…") demand. */
function isDenial(sentence: string): boolean {
  return (sentence.match(NEGATION) ?? []).length % 2 === 1;
}
