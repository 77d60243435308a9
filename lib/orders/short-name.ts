/**
 * A customer's name in a list: first name and initial, « Jeanne M. ». A name of one word stays whole, and the
 * title before a name (« Mme », "Mr") is left out.
 */
export function shortName(name: string): string {
  const words = name
    .split(/\s+/)
    .filter((word) => word !== "" && !TITLES.includes(word.replace(".", "").toLowerCase()));
  const [first = "", ...rest] = words;
  const last = rest.at(-1);
  return last === undefined ? first : `${first} ${[...last][0]?.toUpperCase() ?? ""}.`;
}

const TITLES: readonly string[] = ["m", "mme", "mlle", "mr", "mrs", "ms", "miss", "dr"];
