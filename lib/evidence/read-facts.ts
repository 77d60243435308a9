import type { ReadProof } from "@/lib/evidence/read-proof-text";

/** Where a proposed fact was read: in the file's own text, or in a carrier's page that the seller pasted. */
const PREFIXES = { file: "read.", page: "page." } as const;
type ReadIn = keyof typeof PREFIXES;

/** Facts read from a text, as they lie beside those of the bytes until the seller confirms them. */
export function readFacts(read: ReadProof, source: ReadIn): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(read).map(([name, value]) => [`${PREFIXES[source]}${name}`, value]));
}

/** The same facts back, by the names of the proof form; empty when nothing was read there. */
export function factsThatWereRead(facts: unknown, source: ReadIn): ReadProof {
  const prefix = PREFIXES[source];
  return Object.fromEntries(
    entriesOfFile(facts).flatMap(([name, value]) =>
      name.startsWith(prefix) && typeof value === "string" ? [[name.slice(prefix.length), value]] : [],
    ),
  );
}

/** Whether a fact comes from the pasted page, which proposes nothing more once the seller has confirmed. */
export function isFromPage(name: string): boolean {
  return name.startsWith(PREFIXES.page);
}

function entriesOfFile(facts: unknown): readonly (readonly [string, unknown])[] {
  const file: unknown = facts !== null && typeof facts === "object" && "file" in facts ? facts.file : null;
  return file === null || typeof file !== "object" ? [] : Object.entries(file);
}
