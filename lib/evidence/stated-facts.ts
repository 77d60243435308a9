/** What was said of a document, without what the worker found in its bytes, which lies beside it under `file`. */
export function statedFacts(facts: unknown): unknown {
  if (facts === null || typeof facts !== "object" || Array.isArray(facts)) return {};
  return Object.fromEntries(Object.entries(facts).filter(([name]) => name !== "file"));
}
