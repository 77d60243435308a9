import { z } from "zod";
import type { InvoiceCursor, InvoiceFilter } from "@/db/queries/invoice-register";
import { parseIsoDate } from "@/lib/calendar/civil-day";
import { monthPeriod } from "@/lib/invoices/period";
import { storableText } from "@/lib/messages/clean";

const PAGE_SIZE = 25;

const searchSchema = z.object({
  q: z.string().overwrite(storableText).trim().max(200).optional().catch(undefined),
  mois: z
    .string()
    .refine((month) => monthPeriod(month) !== undefined)
    .optional()
    .catch(undefined),
  apres: z.string().max(100).optional().catch(undefined),
});

/** What the address of the list asks for; what is not understood is left out. */
export type InvoiceSearch = z.output<typeof searchSchema>;

export function readInvoiceSearch(params: object): InvoiceSearch {
  return searchSchema.parse(params);
}

export function filterOf({ q, mois, apres }: InvoiceSearch): InvoiceFilter {
  return { search: q, period: monthPeriod(mois), after: readCursor(apres), limit: PAGE_SIZE };
}

/** One more than a page holds was asked for: it tells that there is a next page. */
export function pageOf<Row>(rows: readonly Row[]): { readonly shown: readonly Row[]; readonly last: Row | undefined } {
  const shown = rows.slice(0, PAGE_SIZE);
  return { shown, last: rows.length > PAGE_SIZE ? shown.at(-1) : undefined };
}

export function invoicesHref({ q, mois }: InvoiceSearch, after?: InvoiceCursor): string {
  const query = new URLSearchParams();
  if (q) query.set("q", q);
  if (mois) query.set("mois", mois);
  if (after) query.set("apres", `${after.issuedOn}_${after.id}`);
  const text = query.toString();
  return text === "" ? "/factures" : `/factures?${text}`;
}

export function runHref(runId: string): string {
  return `/factures/emissions/${runId}`;
}

function readCursor(text: string | undefined): InvoiceCursor | undefined {
  const [day = "", id] = text?.split("_") ?? [];
  const issuedOn = parseIsoDate(day);
  const known = z.uuid().safeParse(id);
  return issuedOn && known.success ? { issuedOn, id: known.data } : undefined;
}
