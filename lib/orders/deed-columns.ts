import { type CellKind, foldHeader } from "@/lib/orders/csv-columns";

/** What a row of a file of deeds tells: money given back, a parcel that left, goods that came back. */
export type DeedKind = "refund" | "shipment" | "return";

/** A column of a file of deeds, and the members of a deed's body it fills. */
export type DeedColumn = {
  readonly name: string;
  /** Other headers that mean the same. */
  readonly also: readonly string[];
  readonly kind: CellKind;
  /** What the cell is called in the body of the API's `/refunds`, `/shipments` and `/returns`. */
  readonly members: Readonly<Partial<Record<DeedKind, string>>>;
  readonly required?: true;
  readonly example: string;
};

const TEXT = { type: "text" } as const;

export const DEED_WORDS: Readonly<Record<string, DeedKind>> = {
  remboursement: "refund",
  refund: "refund",
  envoi: "shipment",
  expedition: "shipment",
  shipment: "shipment",
  retour: "return",
  return: "return",
};

export const DEED_NUMBER_COLUMN = "numero_commande";
export const DEED_KIND_COLUMN = "evenement";

export const DEED_COLUMNS: readonly DeedColumn[] = [
  {
    name: DEED_NUMBER_COLUMN,
    also: ["number", "order_number", "commande"],
    kind: TEXT,
    members: {},
    required: true,
    example: "CMD-2026-0001",
  },
  {
    name: DEED_KIND_COLUMN,
    also: ["event", "type"],
    kind: { type: "choice", choices: DEED_WORDS, shown: ["remboursement", "envoi", "retour"] },
    members: {},
    required: true,
    example: "remboursement",
  },
  {
    name: "date",
    also: ["le", "at"],
    kind: { type: "moment" },
    members: { refund: "paidAt", shipment: "shippedAt", return: "receivedAt" },
    required: true,
    example: "18/11/2026 10:30",
  },
  {
    name: "montant_ttc",
    also: ["montant", "amount"],
    kind: { type: "price" },
    members: { refund: "amountCents" },
    example: "104,70",
  },
  { name: "moyen", also: ["method"], kind: TEXT, members: { refund: "method" }, example: "carte" },
  {
    name: "reference",
    also: ["ref"],
    kind: TEXT,
    members: { refund: "reference", return: "reference" },
    example: "VIR-2026-118",
  },
  { name: "transporteur", also: ["carrier"], kind: TEXT, members: { shipment: "carrier" }, example: "" },
  {
    name: "numero_suivi",
    also: ["tracking_number", "suivi"],
    kind: TEXT,
    members: { shipment: "trackingNumber" },
    example: "",
  },
];

const BY_HEADER = new Map(
  DEED_COLUMNS.flatMap((column) => [column.name, ...column.also].map((name) => [name, column] as const)),
);

export function deedColumnOf(header: string): DeedColumn | undefined {
  return BY_HEADER.get(foldHeader(header));
}

/** The column a member of a deed's body was read from. */
export function deedColumnAt(kind: DeedKind, member: string): DeedColumn | undefined {
  return DEED_COLUMNS.find(({ members }) => members[kind] === member);
}
