import type { ReadProof } from "@/lib/evidence/read-proof-text";

const PREFIX = "read.";

/** Facts read from a text, as they lie beside those of the bytes until the seller confirms them. */
export function readFacts(read: ReadProof): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(read).map(([name, value]) => [`${PREFIX}${name}`, value]));
}

/** The same facts back, by the names of the proof form; empty when nothing was read. */
export function factsThatWereRead(facts: unknown): ReadProof {
  const file: unknown = facts !== null && typeof facts === "object" && "file" in facts ? facts.file : null;
  if (file === null || typeof file !== "object") return {};
  return Object.fromEntries(
    Object.entries(file).flatMap(([name, value]) =>
      name.startsWith(PREFIX) && typeof value === "string" ? [[name.slice(PREFIX.length), value]] : [],
    ),
  );
}
