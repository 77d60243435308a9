import type { Situation } from "@/lib/claims/claim";

export type FigureRow = {
  readonly sellerName: string;
  readonly situation: Situation;
  readonly due: number;
  readonly met: number;
  readonly overdue: number;
};

export type FigureGroup = {
  readonly seller: string | null;
  readonly situation: Situation | null;
  readonly due: number;
  readonly met: number;
  readonly overdue: number;
};

/** Rows added up by seller, by situation, by both or all together; an empty marketplace has one group of none. */
export function groupFigures(
  rows: readonly FigureRow[],
  by: "seller" | "situation" | "seller_situation" | "none",
): readonly FigureGroup[] {
  const groups = new Map<string, FigureGroup>();
  if (by === "none") groups.set("/", { seller: null, situation: null, due: 0, met: 0, overdue: 0 });
  for (const row of rows) {
    const seller = by === "seller" || by === "seller_situation" ? row.sellerName : null;
    const situation = by === "situation" || by === "seller_situation" ? row.situation : null;
    const key = by === "none" ? "/" : `${seller ?? ""}/${situation ?? ""}`;
    const group = groups.get(key) ?? { seller, situation, due: 0, met: 0, overdue: 0 };
    groups.set(key, {
      ...group,
      due: group.due + row.due,
      met: group.met + row.met,
      overdue: group.overdue + row.overdue,
    });
  }
  return [...groups.values()];
}
