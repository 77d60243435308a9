import { CSV_COLUMNS, foldHeader } from "@/lib/orders/csv-columns";

/** Typing errors a suggestion still bridges. */
const MOST_EDITS = 4;

/** The column an unknown header most likely means; undefined when none is near. */
export function nearestColumn(header: string): string | undefined {
  const folded = foldHeader(header);
  const names = CSV_COLUMNS.flatMap(({ name, also = [] }) => [name, ...also].map((alias) => ({ name, alias })));
  const ranked = names
    .map(({ name, alias }) => ({ name, edits: editsBetween(folded, alias), alias }))
    .filter(({ edits, alias }) => edits <= Math.min(MOST_EDITS, Math.floor(alias.length / 3)))
    .sort((a, b) => a.edits - b.edits);
  const containing = names.find(
    ({ alias }) => folded.length >= 4 && (alias.includes(folded) || folded.includes(alias)),
  );
  return ranked[0]?.name ?? containing?.name;
}

/** Levenshtein distance. */
function editsBetween(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...from].entries()) {
    const current = [row + 1];
    for (const [column, other] of [...to].entries()) {
      const replaced = (previous[column] ?? 0) + (letter === other ? 0 : 1);
      current.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
}
