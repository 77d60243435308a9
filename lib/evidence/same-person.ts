/** Whether two names may be one person's: a shared word of two letters or more, titles aside, accents and case ignored. */
export function sharesAName(one: string, other: string): boolean {
  const others = new Set(wordsOf(other));
  return wordsOf(one).some((word) => others.has(word));
}

/** Whether two towns or postcodes are written alike, accents, case, dashes, CEDEX and Saint/St aside. */
export function sharesATown(one: string, other: string): boolean {
  return townOf(one) === townOf(other);
}

const TITLES = [
  "m",
  "mr",
  "mme",
  "mlle",
  "monsieur",
  "madame",
  "mademoiselle",
  "dr",
  "me",
  "de",
  "du",
  "la",
  "le",
  "des",
];

function wordsOf(name: string): readonly string[] {
  return fold(name)
    .split(" ")
    .filter((word) => word.length >= 2 && !TITLES.includes(word));
}

function townOf(town: string): string {
  return fold(town)
    .replace(/\bcedex\b.*$/, "")
    .replace(/\bst(e?)\b/g, "saint$1")
    .replace(/\b\d{1,2}(er|e|eme)?( arrondissement)?$/, "")
    .trim();
}

function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
