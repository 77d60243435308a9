import { mixed } from "./words.ts";

export type Plan = { readonly claims: number; readonly sellers: number };

/** The demo's sellers are there already; each copy of sellers is three more. */
const SELLERS_A_COPY = 3;
/** One copy of claims in ten goes to the demo's own sellers: a marketplace has some that are very large. */
const SHARE_OF_LARGE = 10;

/** How many copies of the lived claims and of the demo's sellers make at least so many. */
export function copiesFor({ claims, sellers }: Plan, lived: number) {
  const ofClaims = Math.ceil(claims / lived);
  const ofSellers = Math.ceil((sellers - SELLERS_A_COPY) / SELLERS_A_COPY);
  return { ofClaims, ofSellers };
}

/**
 * Whose a copy of claims is; 0 is the demo's own sellers. The first have many claims, the last few or none, as in life.
 */
export function sellerOfCopy(copy: number, ofSellers: number): number {
  if (ofSellers === 0 || copy % SHARE_OF_LARGE === 0) return 0;
  const draw = mixed(copy, 17) / 2 ** 32;
  return 1 + Math.floor(ofSellers * draw ** 1.5);
}
