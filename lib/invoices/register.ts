import type { IsoDate } from "@/lib/calendar/civil-day";
import type { InvoiceKind, PaymentMethod } from "@/lib/invoices/draft";
import type { InvoiceDocument, VatGroup } from "@/lib/invoices/invoice";
import type { CustomerKind, VatScheme } from "@/lib/orders/order";

/** One line of the register: an invoice or a credit note as it was issued, without its lines. */
export type RegisterEntry = {
  readonly id: string;
  readonly kind: InvoiceKind;
  readonly number: string;
  readonly issuedOn: IsoDate;
  readonly customer: string;
  readonly customerKind: CustomerKind;
  readonly orderNumber: string;
  readonly currency: string;
  readonly groups: readonly Pick<VatGroup, "vatScheme" | "vatRateBps" | "netCents" | "vatCents" | "grossCents">[];
  readonly netCents: number;
  readonly vatCents: number;
  readonly grossCents: number;
  readonly paidCents: number;
  readonly methods: readonly PaymentMethod[];
  /** The invoice a credit note corrects, or that an invoice replaces. */
  readonly linkedNumber: string | null;
  readonly sha256: string;
};

type Kept = Pick<RegisterEntry, "id" | "kind" | "number" | "issuedOn" | "orderNumber" | "sha256"> & {
  readonly document: InvoiceDocument;
};

export function registerEntry({ document, ...row }: Kept): RegisterEntry {
  const { buyer, currency, vatGroups, totals, payments, precedingInvoice } = document;
  const { netCents, vatCents, grossCents, paidCents } = totals;
  return {
    ...row,
    customer: buyer.name,
    customerKind: buyer.kind,
    currency,
    groups: vatGroups.map(({ vatScheme, vatRateBps, netCents, vatCents, grossCents }) => ({
      vatScheme,
      vatRateBps,
      netCents,
      vatCents,
      grossCents,
    })),
    netCents,
    vatCents,
    grossCents,
    paidCents,
    methods: [...new Set(payments.map(({ method }) => method))],
    linkedNumber: precedingInvoice?.number ?? null,
  };
}

/** A credit note takes back: its amounts count below zero, so that a column adds up. */
export function signedCents({ kind }: Pick<RegisterEntry, "kind">, cents: number): number {
  return kind === "credit_note" && cents !== 0 ? -cents : cents;
}

export type RegisterTax = { readonly vatScheme: VatScheme; readonly vatRateBps: number };

/** The rates and regimes of a period, the highest rate first, exempt regimes last. */
export function taxesOf(entries: readonly RegisterEntry[]): readonly RegisterTax[] {
  const found = new Map<string, RegisterTax>();
  for (const { groups } of entries) {
    for (const { vatScheme, vatRateBps } of groups) found.set(`${vatScheme} ${vatRateBps}`, { vatScheme, vatRateBps });
  }
  return [...found.values()].sort((a, b) => b.vatRateBps - a.vatRateBps || (a.vatScheme < b.vatScheme ? -1 : 1));
}

export type DailyTotal = RegisterTax & {
  readonly day: IsoDate;
  readonly currency: string;
  readonly documents: number;
  readonly netCents: number;
  readonly vatCents: number;
  readonly grossCents: number;
};

/**
 * What consumers were invoiced each day, per rate and regime, credit notes taken off: what e-reporting asks for.
 *
 * @see CIBS, art. L216-44; loi de finances 2026 (sales to consumers are reported, not transmitted)
 */
export function dailyConsumerTotals(entries: readonly RegisterEntry[]): readonly DailyTotal[] {
  const totals = new Map<string, DailyTotal>();
  for (const entry of entries) {
    if (entry.customerKind !== "consumer") continue;
    for (const { vatScheme, vatRateBps, ...group } of entry.groups) {
      const key = [entry.issuedOn, entry.currency, vatScheme, vatRateBps].join(" ");
      const known = totals.get(key);
      totals.set(key, {
        day: entry.issuedOn,
        currency: entry.currency,
        vatScheme,
        vatRateBps,
        documents: (known?.documents ?? 0) + 1,
        netCents: (known?.netCents ?? 0) + signedCents(entry, group.netCents),
        vatCents: (known?.vatCents ?? 0) + signedCents(entry, group.vatCents),
        grossCents: (known?.grossCents ?? 0) + signedCents(entry, group.grossCents),
      });
    }
  }
  return [...totals.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : b.vatRateBps - a.vatRateBps));
}
