import { z } from "zod";
import type { OrderCursor, OrderFilter } from "@/db/queries/orders";
import { instantSchema } from "@/lib/calendar/schema";
import { storableText } from "@/lib/messages/clean";

const PAGE_SIZE = 25;
/** Orders to invoice are ticked many at a time. */
const LONG_PAGE_SIZE = 100;

const orderSearchSchema = z.object({
  q: z.string().overwrite(storableText).trim().max(200).optional().catch(undefined),
  facture: z.literal("sans").optional().catch(undefined),
  apres: z.string().max(100).optional().catch(undefined),
});

/** What the address of the list asks for; what is not understood is left out. */
export type OrderSearch = z.output<typeof orderSearchSchema>;
export type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

export function readOrderSearch(params: SearchParams): OrderSearch {
  return orderSearchSchema.parse(params);
}

export function filterOf({ q, facture, apres }: OrderSearch): OrderFilter {
  return { search: q, uninvoiced: facture === "sans", after: readCursor(apres), limit: pageSize({ facture }) };
}

/** One order more than a page holds was asked for: it tells that there is a next page. */
export function pageOf<Row>(
  rows: readonly Row[],
  search: Pick<OrderSearch, "facture">,
): { readonly shown: readonly Row[]; readonly last: Row | undefined } {
  const size = pageSize(search);
  const shown = rows.slice(0, size);
  return { shown, last: rows.length > size ? shown.at(-1) : undefined };
}

function pageSize({ facture }: Pick<OrderSearch, "facture">): number {
  return facture === "sans" ? LONG_PAGE_SIZE : PAGE_SIZE;
}

export function ordersHref({ q, facture }: Pick<OrderSearch, "q" | "facture">, after?: OrderCursor): string {
  const query = new URLSearchParams();
  if (q) query.set("q", q);
  if (facture) query.set("facture", facture);
  if (after) query.set("apres", `${after.placedAt}_${after.id}`);
  const text = query.toString();
  return text === "" ? "/commandes" : `/commandes?${text}`;
}

export function orderHref(number: string): string {
  return `/commandes/${encodeURIComponent(number)}`;
}

function readCursor(text: string | undefined): OrderCursor | undefined {
  const [placedAt, id] = text?.split("_") ?? [];
  const cursor = z.object({ placedAt: instantSchema, id: z.uuid() }).safeParse({ placedAt, id });
  return cursor.data;
}
