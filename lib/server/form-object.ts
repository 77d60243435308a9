/** Names of fields that may come several times, and are read as a list even when they come once. */
export type ListFields = readonly string[];

type Branch = { [name: string]: unknown };

/**
 * A form as the object its schema reads: `address.city` becomes a member of `address`. Next's own fields are left
 * out. Of a name that comes twice the last value counts, unless it is one of `lists`.
 */
export function formObject(form: FormData, lists: ListFields = []): object {
  const root: Branch = Object.create(null);
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION")) continue;
    put(root, name.split("."), lists.includes(name) ? form.getAll(name) : form.getAll(name).at(-1));
  }
  return root;
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
