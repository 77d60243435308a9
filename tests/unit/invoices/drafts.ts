import { isoDate } from "@/lib/calendar/civil-day";
import { computeInvoice } from "@/lib/invoices/compute-invoice";
import type { DraftLine, InvoiceBuyer, InvoiceDraft } from "@/lib/invoices/draft";
import { type InvoiceDocument, type NumberedInvoice, numberInvoice } from "@/lib/invoices/invoice";
import type { PostalAddress } from "@/lib/orders/order";
import type { SellerIdentity } from "@/lib/sellers/legal-identity";

export const lyon: PostalAddress = {
  name: "Claire Morel",
  line1: "8 quai Saint-Antoine",
  postcode: "69002",
  city: "Lyon",
  country: "FR",
};

export const saintDenis: PostalAddress = {
  name: "Jean Hoarau",
  line1: "21 rue de Paris",
  postcode: "97400",
  city: "Saint-Denis",
  country: "FR",
};

export const company: SellerIdentity = {
  status: "company",
  name: "Lumières du Rhône",
  tradeName: "La Maison des Lampes",
  address: { name: "Lumières du Rhône", line1: "12 rue des Lices", postcode: "69001", city: "Lyon", country: "FR" },
  vatRegime: "liable",
  vatNumber: "FR93377853536",
  siren: "377853536",
  registration: "RCS Lyon",
  legalForm: "SARL",
  shareCapitalCents: 1_000_000,
  email: "apres-vente@lumieres-du-rhone.example",
  phone: "04 00 00 00 00",
};

export const trader: SellerIdentity = {
  status: "individual",
  name: "Ana Petit",
  address: { name: "Ana Petit", line1: "3 place du Marché", postcode: "35000", city: "Rennes", country: "FR" },
  vatRegime: "franchise",
  siren: "732829320",
};

export const reunionCompany: SellerIdentity = {
  ...company,
  name: "Vanille Bourbon",
  tradeName: undefined,
  registration: "RCS Saint-Denis",
  address: { ...saintDenis, name: "Vanille Bourbon", line1: "5 rue de la Compagnie" },
};

export const consumer: InvoiceBuyer = { kind: "consumer", name: "Claire Morel", address: lyon };

export const professional: InvoiceBuyer = {
  kind: "professional",
  name: "Atelier Durand",
  address: { ...lyon, name: "Atelier Durand" },
  siren: "732829320",
  vatNumber: "FR44732829320",
  purchaseOrder: "BC-778",
};

export function line(changes: Partial<DraftLine> = {}): DraftLine {
  return {
    lineId: "l1",
    sku: "LAMPE-01",
    name: "Lampe de chevet",
    quantity: 1,
    unitPriceCents: 4990,
    vatRateBps: 2000,
    vatScheme: "standard",
    kind: "goods",
    ...changes,
  };
}

export function draft(changes: Partial<InvoiceDraft> = {}): InvoiceDraft {
  return {
    kind: "invoice",
    seller: company,
    buyer: consumer,
    deliveryAddress: lyon,
    order: { number: "CMD-2026-0042", placedOn: isoDate("2026-11-16") },
    shippedOn: isoDate("2026-11-17"),
    deliveredOn: isoDate("2026-11-19"),
    lines: [line()],
    shippingCents: 0,
    shippingVatRateBps: 2000,
    shippingVatScheme: "standard",
    discounts: [],
    payments: [],
    currency: "EUR",
    issuedOn: isoDate("2026-11-23"),
    ...changes,
  };
}

export function documentFrom(changes: Partial<InvoiceDraft> = {}): InvoiceDocument {
  const outcome = computeInvoice(draft(changes));
  if (!outcome.ok) {
    throw new Error(`refused: ${outcome.reason} ${JSON.stringify(outcome.fields)}`);
  }
  return outcome.value;
}

export function numbered(changes: Partial<InvoiceDraft> = {}, number = "F-2026-000042"): NumberedInvoice {
  return numberInvoice(documentFrom(changes), number);
}

/** Paid by card on the day of the order, to the cent. */
export function paidInFull(changes: Partial<InvoiceDraft> = {}): Partial<InvoiceDraft> {
  const { totals } = documentFrom({ ...changes, payments: [] });
  return { ...changes, payments: [{ method: "card", paidOn: isoDate("2026-11-16"), amountCents: totals.dueCents }] };
}
