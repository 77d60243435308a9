/** What a person says to be found by, beside the order number. */
export type ClaimedIdentity =
  | { readonly by: "email"; readonly email: string }
  | { readonly by: "address"; readonly postcode: string; readonly name: string }
  | { readonly by: "withdrawal"; readonly name: string; readonly email: string };

export type KnownIdentity = {
  readonly customerName: string;
  readonly customerEmail: string | null;
  readonly shippingAddress: { readonly name: string; readonly postcode: string };
};

/**
 * Whether what was typed is the order's. An e-mail address matches whatever its case; a name matches when each of
 * its words is one of the order's, whatever accents, case and order, so that « Moreau » finds « Jeanne Moreau ».
 * A withdrawal is known by its address: a name and a number alone are too easily guessed to undo a sale.
 */
export function isSameIdentity(claimed: ClaimedIdentity, known: KnownIdentity): boolean {
  if (claimed.by !== "address") return known.customerEmail?.toLowerCase() === claimed.email.trim().toLowerCase();
  if (digits(claimed.postcode) !== digits(known.shippingAddress.postcode)) return false;
  return [known.customerName, known.shippingAddress.name].some((name) => isPartOf(claimed.name, name));
}

/**
 * The orders that are the person's: those of exactly the number that was typed, or else those whose number differs from
 * it in case, spaces and signs only.
 */
export function ordersOfIdentity<Order extends KnownIdentity & { readonly number: string }>(
  claimed: ClaimedIdentity,
  typedNumber: string,
  orders: readonly Order[],
): readonly Order[] {
  const own = orders.filter((order) => isSameIdentity(claimed, order));
  const exact = own.filter(({ number }) => number === typedNumber);
  return exact.length > 0 ? exact : own;
}

function isPartOf(typed: string, known: string): boolean {
  const knownWords = words(known);
  const typedWords = words(typed);
  return typedWords.length > 0 && typedWords.every((word) => knownWords.includes(word));
}

function words(name: string): readonly string[] {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1 && !CIVILITIES.includes(word));
}

const CIVILITIES = ["mme", "mlle", "monsieur", "madame", "mr"];

function digits(postcode: string): string {
  return postcode.replace(/\s/g, "").toUpperCase();
}
