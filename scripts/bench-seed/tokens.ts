import { OWN_WORDS } from "./lived.ts";
import { mixed, nameOf, thingOf } from "./words.ts";

/** Which copy a row belongs to: of its claim, and of its seller; a seller may be given many copies of claims. */
export type Copy = { readonly claim: number; readonly seller: number };

type Token = { readonly text: string; readonly of: (copy: Copy) => string };

/** A text with holes: pieces, and between them the numbers of the tokens that fill them. */
export type Template = { readonly pieces: readonly string[]; readonly holes: readonly number[] };

export type Known = {
  /** Identifiers that a seller's copies have in common: its own, its profile's, its series'. */
  readonly ofSellers: ReadonlySet<string>;
  /** People act in every copy as themselves. */
  readonly kept: ReadonlySet<string>;
  readonly names: readonly string[];
  readonly emails: readonly string[];
  readonly trackingNumbers: ReadonlySet<string>;
  readonly slugs: readonly string[];
  readonly shopNames: readonly string[];
};

/** Room left in an order's number for the number of its copy. */
const COPY_DIGITS = 5;

/** The tokens of all texts, each once for each of its owners, and what they become in a copy. */
export class TokenTable {
  readonly #tokens: Token[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #pattern: RegExp;
  readonly #known: Known;

  constructor(known: Known) {
    this.#known = known;
    const literal = [...known.names, ...known.emails, ...known.slugs, ...known.shopNames, OWN_WORDS].map(escaped);
    const patterns = [
      "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
      "R-[0-9A-Z]{4}-[0-9A-Z]{4}",
      "\\b(?:ML|AB|PA)-\\d{5,6}\\b",
      ...[...known.trackingNumbers].map(escaped),
      ...literal,
    ];
    this.#pattern = new RegExp(patterns.join("|"), "g");
  }

  /** @param owner number of the claim the text belongs to: the same name in two claims is two people */
  template(text: string, owner: number): Template {
    const pieces: string[] = [];
    const holes: number[] = [];
    let from = 0;
    for (const match of text.matchAll(this.#pattern)) {
      pieces.push(text.slice(from, match.index));
      holes.push(this.#numberOf(match[0], owner));
      from = match.index + match[0].length;
    }
    pieces.push(text.slice(from));
    return { pieces, holes };
  }

  /** What every token is in a copy, by its number. */
  valuesIn(copy: Copy): readonly string[] {
    return this.#tokens.map((token) => token.of(copy));
  }

  #numberOf(text: string, owner: number): number {
    const key = `${text} ${owner}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#tokens.push({ text, of: this.#changeOf(text, owner) }) - 1;
    this.#numbers.set(key, number);
    return number;
  }

  #changeOf(text: string, owner: number): Token["of"] {
    const { ofSellers, kept, slugs, shopNames, trackingNumbers } = this.#known;
    if (ofSellers.has(text)) return ({ seller }) => (seller === 0 ? text : movedId(text, seller));
    if (kept.has(text)) return () => text;
    if (slugs.includes(text)) return ({ seller }) => (seller === 0 ? text : `${text}-${seller}`);
    if (shopNames.includes(text)) return ({ seller }) => (seller === 0 ? text : `${text} ${seller}`);
    if (trackingNumbers.has(text)) return ({ claim }) => trackingOf(text, claim);
    if (text === OWN_WORDS) return ({ claim }) => thingOf(mixed(owner, claim));
    if (text.includes("@")) return ({ claim }) => emailOf(nameOf(mixed(claim, owner)), claim);
    if (/^R-/.test(text)) return ({ claim }) => referenceOf(owner, claim);
    if (/^[A-Z]{2}-\d+$/.test(text)) return ({ claim }) => `${text}${String(claim).padStart(COPY_DIGITS, "0")}`;
    if (/^[0-9a-f-]{36}$/.test(text)) return ({ claim }) => movedId(text, claim);
    return ({ claim }) => nameOf(mixed(claim, owner));
  }
}

export function filled({ pieces, holes }: Template, values: readonly string[]): string {
  let text = pieces[0] ?? "";
  for (let index = 0; index < holes.length; index += 1) {
    text += values[holes[index] ?? -1];
    text += pieces[index + 1];
  }
  return text;
}

const ID_SPACE = 2 ** 48;
/** Odd, so that no two copies of an identifier meet. */
const ID_STEP = 0x9e3779b97f;

/** An identifier of the same instant whose last 48 bits are the copy's own. */
function movedId(id: string, copy: number): string {
  const moved = (Number.parseInt(id.slice(24), 16) + ((ID_STEP * copy) % ID_SPACE)) % ID_SPACE;
  return id.slice(0, 24) + moved.toString(16).padStart(12, "0");
}

const REFERENCE_SPACE = 1n << 40n;
const REFERENCE_STEP = 0x5851f42d4dn;
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A reference for each pair of claim and copy, none twice: an odd factor permutes the numbers of forty bits. */
function referenceOf(owner: number, copy: number): string {
  let rest = (BigInt(copy * 10_000 + owner) * REFERENCE_STEP) % REFERENCE_SPACE;
  let letters = "";
  for (let place = 0; place < 8; place += 1) {
    letters += ALPHABET[Number(rest & 31n)];
    rest >>= 5n;
  }
  return `R-${letters.slice(0, 4)}-${letters.slice(4)}`;
}

function trackingOf(number: string, copy: number): string {
  const digits = String(mixed(copy, Number(number.replace(/\D/g, "").slice(-6))) % 1_000_000).padStart(6, "0");
  return number.replace(/\d{6}(?=\D*$)/, digits);
}

function emailOf(name: string, copy: number): string {
  const local = name
    .normalize("NFD")
    .replace(/[^A-Za-z ]/g, "")
    .toLowerCase()
    .replaceAll(" ", ".");
  return `${local}.${copy}@client.example`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
