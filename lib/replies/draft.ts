import { type ReplyInput, replyInput } from "@/lib/replies/schema";

/**
 * What may be kept of an answer being written: everything the schema takes. A field that is half typed
 * (« 95, », a date without its year) is left out, never the whole.
 */
export function readDraft(read: Readonly<Record<string, unknown>>): ReplyInput | undefined {
  const whole = replyInput.safeParse(read);
  if (whole.success) return whole.data;
  const refused = new Set(whole.error.issues.flatMap(namesOf));
  if (refused.has("solution") || refused.size === 0) return undefined;
  const rest = replyInput.safeParse(Object.fromEntries(Object.entries(read).filter(([name]) => !refused.has(name))));
  return rest.success ? rest.data : undefined;
}

function namesOf(issue: {
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
}): readonly string[] {
  const [first] = issue.path;
  return first === undefined ? (issue.keys ?? []) : [String(first)];
}
