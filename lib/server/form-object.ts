import { storableText } from "@/lib/messages/clean";

/** Names of fields that may come several times, and are read as a list even when they come once. */
export type ListFields = readonly string[];

type Branch = { [name: string]: unknown };

/** No form of ours nests deeper; a forged name of a hundred thousand members would cost gigabytes to follow. */
const MAX_DEPTH = 6;

/**
 * A form as the object its schema reads: `address.city` becomes a member of `address`. Next's own fields are left
 * out. Of a name that comes twice the last value counts, unless it is one of `lists`. No text holds what the
 * database cannot.
 */
export function formObject(form: FormData, lists: ListFields = []): object {
  const root: Branch = Object.create(null);
  for (const [name, values] of valuesByName(form)) {
    const path = name.split(".", MAX_DEPTH + 1);
    if (path.length <= MAX_DEPTH) put(root, path, lists.includes(name) ? values : values.at(-1));
  }
  return root;
}

/** What a form holds, Next's own fields left out; in one pass, since to ask it for a name reads all of it. */
export function valuesByName(form: FormData): ReadonlyMap<string, readonly FormDataEntryValue[]> {
  const byName = new Map<string, FormDataEntryValue[]>();
  for (const [name, value] of form) {
    if (name.startsWith("$ACTION")) continue;
    const storable = typeof value === "string" ? storableText(value) : value;
    const values = byName.get(name);
    if (values) values.push(storable);
    else byName.set(name, [storable]);
  }
  return byName;
}

function put(branch: Branch, [first = "", ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    branch[first] = value;
    return;
  }
  const inner = branch[first];
  const next: Branch = isBranch(inner) ? inner : Object.create(null);
  branch[first] = next;
  put(next, rest, value);
}

function isBranch(value: unknown): value is Branch {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === null;
}
