import type { CheckCode } from "@/lib/invoices/checker/check-rules";
import type { Reading, Sighting } from "@/lib/invoices/checker/finding";
import { DAY, plainWords } from "@/lib/invoices/checker/page-text";
import { sirensIn, vatNumbersIn } from "@/lib/invoices/checker/registration-numbers";
import { amountSightings } from "@/lib/invoices/checker/total-detectors";

type Detector = (reading: Reading) => Sighting;

const MISSING: Sighting = { verdict: "missing" };

/** One detector per rule on words; the rules on amounts are in `total-detectors`. */
export const DETECTORS: Readonly<Partial<Record<CheckCode, Detector>>> = {
  title: either(/\b(?:facture|avoir|note de credit)\b/, /\binvoice|credit note\b/),
  language: ({ plain }) => languageOf(plain),
  number: either(
    /(?:\b(?:facture|avoir)\b[^a-z0-9]{0,4}(?:n[°o.]{0,2}|numero)?|\bn°|\bnumero(?: de (?:la )?facture)?)[ :#]{0,4}(?=[a-z0-9/_-]*\d)[a-z0-9][a-z0-9/_-]*/,
    /\binvoice (?:number|no\.?|#)[ :]{0,3}[a-z0-9/_-]*\d/,
  ),
  issue_date: either(
    new RegExp(
      `(?:date d'emission|date de facturation|date de (?:la )?facture|emise? le|facture du|en date du|\\bdate)[ :]{0,4}(?:le )?${DAY}`,
    ),
    new RegExp(DAY),
  ),
  supply_date: either(
    new RegExp(`(?:vente|livraison|livree?s?|expediee?s?|expedition|prestation|commande)\\b[^0-9]{0,24}${DAY}`),
    /date de (?:la )?(?:vente|livraison|prestation)/,
  ),
  seller_name: ({ plain, expected }) => named(plain, expected.seller?.name),
  seller_address: ({ plain }) => nthAddress(plain, 1),
  seller_siren: ({ plain }) => keyed(sirensIn(plain)[0]),
  seller_ei: either(
    /\bei\b|entrepreneu(?:r|se) individuel|entreprise individuelle/,
    /auto-?entrepreneur|micro-?entrepr/,
  ),
  seller_legal_form: either(
    /\b(?:sarl|sasu?|eurl|snc|scop|selarl|societe (?:par actions|a responsabilite|anonyme|en nom))\b|\bs\.?a\.?r\.?l\b|\bs\.a\.s/,
    /\bsa\b/,
  ),
  seller_capital: either(/capital(?: social)?(?: variable)?[^0-9]{0,16}\d/, /\bcapital\b/),
  seller_registry: either(
    /\br\.?c\.?s\b|\brne\b|registre du commerce|registre national/,
    /\brm\b|repertoire des metiers/,
  ),
  seller_vat_number: ({ plain }) => keyed(vatNumbersIn(plain)[0]),
  buyer_name: ({ plain, expected }) => named(plain, expected.buyer?.name),
  buyer_address: ({ plain }) => nthAddress(plain, 2),
  line_names: either(/\b(?:designation|description|libelle|articles?|produits?)\b/, /\b(?:item|product)s?\b/),
  line_quantities: either(/\b(?:quantites?|qtes?|qty)\b/, /\b\d+ ?x\b/),
  line_unit_prices: either(/\bprix unit|\bp\.? ?u\.?\b|\bprix\b/, /\bunit price|\bprice\b/),
  vat_rates: either(/\b\d{1,2}(?:[.,]\d{1,2})? ?%/),
  exemption_reason: either(
    /293 ?b|art(?:icle|\.)? ?294|non applicable|exoneration|exoneree?|autoliquidation|regime particulier|cibs/,
  ),
  due_date: either(
    new RegExp(`(?:echeance|a payer|payable|a regler|date limite)[^0-9]{0,30}${DAY}`),
    /echeance|a reception|paiement comptant|acquittee/,
  ),
  late_penalty: either(/penalites? de retard|interets? de retard/, /penalite/),
  recovery_indemnity: either(
    /(?:indemnite|frais de recouvrement)[^€]{0,120}40(?:,00)? ?(?:€|eur)/,
    /recouvrement|\b40 ?€/,
  ),
  buyer_siren: ({ plain }) =>
    keyed(sirensIn(plain).find((one, _, all) => one.value.slice(0, 9) !== all[0]?.value.slice(0, 9))),
  order_number: ({ plain, expected }) => named(plain, expected.order?.number),
  order_buyer: ({ plain, expected }) => named(plain, expected.buyer?.name),
  ...amountSightings,
};

/** Found by the first expression; unsure when only the second, looser one is there. */
function either(sure: RegExp, loose?: RegExp): Detector {
  return ({ plain }) => {
    const found = sure.exec(plain);
    if (found !== null) {
      return { verdict: "found", index: found.index, length: found[0].length };
    }
    const maybe = loose?.exec(plain);
    return maybe ? { verdict: "unsure", index: maybe.index, length: maybe[0].length } : MISSING;
  };
}

function named(plain: string, name: string | undefined): Sighting {
  if (name === undefined) {
    return { verdict: "unsure" };
  }
  const words = plainWords(name)
    .split(" ")
    .filter((word) => word !== "");
  // A name in another script leaves no word to look for.
  if (words.length === 0) return { verdict: "unsure" };
  const found = new RegExp(`(?<![a-z0-9])${words.join("[^a-z0-9]{1,3}")}(?![a-z0-9])`).exec(plain);
  if (found !== null) {
    return { verdict: "found", index: found.index, length: found[0].length };
  }
  const some = words.filter((word) => word.length > 2 && plain.includes(word));
  return some.length > 0 && some.length >= words.length / 2 ? { verdict: "unsure" } : MISSING;
}

/** Addresses are told by postcode and town; a document that repeats one address counts it once. */
function nthAddress(plain: string, rank: number): Sighting {
  const all = [...plain.matchAll(/\b(?:[a-z]{1,2}-(\d{4,5})|(\d{5})) +([a-z][a-z' -]{2,30})/g)];
  const distinct = all.filter((one, index) => all.findIndex((other) => sameTown(one, other)) === index);
  const found = distinct[rank - 1];
  if (found !== undefined) {
    return { verdict: "found", index: found.index, length: found[0].length };
  }
  const foreign = [...plain.matchAll(/(?<![-\d])(?!20[0-4]\d)\d{4} +[a-z]{3,}/g)];
  return all.length >= rank || all.length + foreign.length > rank ? { verdict: "unsure" } : MISSING;
}

function sameTown(one: RegExpExecArray, other: RegExpExecArray): boolean {
  return one[1] === other[1] && one[2] === other[2] && one[3]?.slice(0, 4) === other[3]?.slice(0, 4);
}

function keyed(number: ReturnType<typeof sirensIn>[number] | undefined): Sighting {
  return number === undefined
    ? MISSING
    : { verdict: number.isValid ? "found" : "wrong", index: number.index, length: number.value.length + 12 };
}

function languageOf(plain: string): Sighting {
  const count = (words: RegExp) => [...plain.matchAll(words)].length;
  const french = count(/\b(?:facture|avoir|le|la|de|du|tva|ttc|ht|quantite|qte|prix|montant|livraison)\b/g);
  const english = count(/\b(?:invoice|the|of|vat|qty|price|amount|due|bill|shipping)\b/g);
  return { verdict: french > english ? "found" : english > 3 ? "wrong" : "unsure" };
}
