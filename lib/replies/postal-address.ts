/** Boxes, races and services of the post where nobody takes a parcel in. */
const PO_BOX =
  /\b(?:B\.?\s?P\.?|C\.?S\.?|T\.?S\.?A\.?|P\.?\s?O\.?\s?Box|bo[iî]te\s+postale|case\s+postale|postfach)\s*(?:n[°o]\s*)?\d+/giu;

const STREET =
  /\b(?:rue|r\.|avenue|av\.?|boulevard|bd|bld|place|pl\.?|chemin|che\.?|route|rte|all[eé]es?|impasse|imp\.?|quai|cours|square|passage|sentier|voie|mont[eé]e|faubourg|fbg|ruelle|villa|cit[eé]|r[eé]sidence|lotissement|hameau|lieu[- ]dit|domaine|parc|zone|z\.?\s?[aic]\.?(?:\s?[cel]\.?)?|rond[- ]point|esplanade|promenade|street|road|lane|strasse|straße|stra(?:ss|ß)e|via|calle)(?=[\s,.]|$)/iu;
const HOUSE_NUMBER = /\b\d{1,5}\s?(?:bis|ter|quater|[a-d])?[,\s]+\p{L}{2,}/iu;

/** Whether these lines name nothing but a post office box: a parcel cannot be handed over there. */
export function isPoBoxOnly(lines: readonly (string | undefined)[]): boolean {
  const text = lines.filter(Boolean).join(", ");
  const rest = text.replace(PO_BOX, " ");
  return rest !== text && !STREET.test(rest) && !HOUSE_NUMBER.test(rest);
}
