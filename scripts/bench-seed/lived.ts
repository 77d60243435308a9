/** The sentence of a lived claim that each copy says in its own words. */
export const OWN_WORDS = "l’article bleu";

/** Number within its seller of the first order that is lived to be copied; the demo's own come before. */
export const FIRST_LIVED = 100;
/** As the demo writes its orders' numbers: `ML-26100`. */
export const FIRST_LIVED_NUMBER = 26_000 + FIRST_LIVED;
