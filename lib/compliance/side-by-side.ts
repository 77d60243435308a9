import { z } from "zod";

/** In what order sellers stand side by side; the rate lowest first. */
export const SELLER_SORTS = ["rate", "overdue", "due", "claims", "name"] as const;
export type SellerSort = (typeof SELLER_SORTS)[number];

/** How the address calls them. */
export const SORT_NAMES = {
  rate: "taux",
  overdue: "retards",
  due: "echus",
  claims: "reclamations",
  name: "nom",
} as const satisfies Record<SellerSort, string>;

export const SELLERS_A_PAGE = 25;

const query = z.object({
  tri: z.enum(Object.values(SORT_NAMES)).catch("taux"),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
});

/** Order and page of an address; what it cannot mean is the lowest rate first, from the first page. */
export function readSideBySide(search: unknown): { readonly sort: SellerSort; readonly page: number } {
  const { tri, page } = query.parse(search);
  return { sort: SELLER_SORTS.find((sort) => SORT_NAMES[sort] === tri) ?? "rate", page };
}
