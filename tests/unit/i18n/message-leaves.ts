export type Leaf = { readonly key: string; readonly words: string };

/** Every sentence of a message file with its full key. */
export function leavesOf(tree: unknown, path = ""): readonly Leaf[] {
  if (typeof tree === "string") return [{ key: path, words: tree }];
  if (typeof tree !== "object" || tree === null) throw new Error(`${path} is neither words nor a group`);
  return Object.entries(tree).flatMap(([key, value]) => leavesOf(value, path ? `${path}.${key}` : key));
}

/** Names of the ICU arguments and rich tags of a message, in alphabetical order. Throws when braces do not match. */
export function argumentsOf(words: string): readonly string[] {
  const names = new Set<string>();
  const end = readMessage(words, 0, names);
  if (end !== words.length) throw new Error(`unbalanced: ${words}`);
  for (const match of words.matchAll(/<\/?([a-z]\w*)>/g)) names.add(`<${match[1]}>`);
  return [...names].sort();
}

/** Reads text up to the brace that closes it, and returns where that brace is. */
function readMessage(words: string, from: number, names: Set<string>): number {
  let at = from;
  while (at < words.length && words[at] !== "}") {
    at = words[at] === "{" ? readArgument(words, at + 1, names) : at + 1;
  }
  return at;
}

/** Reads an argument after its opening brace, and returns what follows its closing one. */
function readArgument(words: string, from: number, names: Set<string>): number {
  const head = /^\s*(\w+)\s*(?:,\s*(\w+)\s*)?/.exec(words.slice(from));
  if (!head?.[1]) throw new Error(`no argument at ${from}: ${words}`);
  names.add(head[1]);
  let at = from + head[0].length;
  while (at < words.length && words[at] !== "}") {
    at = words[at] === "{" ? readMessage(words, at + 1, names) + 1 : at + 1;
  }
  if (words[at] !== "}") throw new Error(`unclosed argument: ${words}`);
  return at + 1;
}

/** The words a reader sees: without addresses, hours, HTTP headers and the heads of ICU arguments. */
export function readable(words: string): string {
  return words
    .replaceAll(/https?:\/\/\S*/g, "")
    .replaceAll(/\{\s*\w+\s*,\s*(number|date|time)[^}]*\}/g, "")
    .replaceAll(/\b[A-Z][\w-]+: (Bearer|\w+\/\w+)/g, "")
    .replaceAll(/\d:\d/g, "");
}
