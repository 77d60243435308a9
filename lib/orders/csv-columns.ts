import { CUSTOMER_KINDS, ITEM_CONDITIONS, LINE_KINDS, PARCEL_MODES, VAT_SCHEMES } from "@/lib/orders/order";

/** What a cell holds. `moment` is a day, or a day and an hour; a day alone is read as noon at Paris. */
export type CellKind =
  | { readonly type: "text" | "price" | "rate" | "whole" | "day" | "moment" | "yes_no" }
  | {
      readonly type: "choice";
      readonly choices: Readonly<Record<string, string>>;
      /** The words a message lists. */
      readonly shown: readonly string[];
    };

export type CsvColumn = {
  /** Header of the column, and what messages call it. */
  readonly name: string;
  /** Other headers that mean the same. */
  readonly also?: readonly string[];
  /** Which part of an order a row's cell belongs to, and where it goes in that part. */
  readonly part: "order" | "line" | "parcel";
  readonly path: readonly string[];
  readonly kind: CellKind;
  readonly required?: true;
  readonly example: string;
};

const TEXT = { type: "text" } as const;
const PRICE = { type: "price" } as const;
const RATE = { type: "rate" } as const;
const MOMENT = { type: "moment" } as const;
const DAY = { type: "day" } as const;

/** Words of the file by what they mean; the API's own words are understood too. */
function choice<Value extends string>(words: Readonly<Record<string, Value>>, values: readonly Value[]): CellKind {
  const choices = { ...Object.fromEntries(values.map((value) => [value, value])), ...words };
  return { type: "choice", choices, shown: Object.keys(words) };
}

const CUSTOMER_KIND = choice({ particulier: "consumer", professionnel: "professional" }, CUSTOMER_KINDS);
const VAT_SCHEME = choice(
  { normal: "standard", franchise: "franchise", marge: "margin", exonere_dom: "exempt_dom", oss: "oss" },
  VAT_SCHEMES,
);
const LINE_KIND = choice({ bien: "goods", numerique: "digital", service: "service" }, LINE_KINDS);
const CONDITION = choice({ neuf: "new", occasion: "used", reconditionne: "refurbished" }, ITEM_CONDITIONS);
const MODE = choice(
  { domicile: "home", point_relais: "pickup_point", retrait_magasin: "click_and_collect" },
  PARCEL_MODES,
);
const INFORMED = choice({ oui: "yes", non: "no", inconnu: "unknown" }, ["yes", "no", "unknown"] as const);

/** Key of an order in the file: rows with the same number are the lines of one order. */
export const NUMBER_COLUMN = "numero_commande";

/** Every column an order file may have, in the order of the sample. */
export const CSV_COLUMNS: readonly CsvColumn[] = [
  order(NUMBER_COLUMN, ["number"], TEXT, "CMD-2026-0001", "required", ["number", "order_number", "commande"]),
  order("date_commande", ["placedAt"], MOMENT, "28/10/2026 11:30", "required", ["placed_at"]),
  order("devise", ["currency"], TEXT, "EUR", "optional", ["currency"]),
  order("client_nom", ["customer", "name"], TEXT, "Jeanne Moreau", "required", ["customer_name"]),
  order("client_email", ["customer", "email"], TEXT, "jeanne@example.org", "optional", ["customer_email"]),
  order("client_telephone", ["customer", "phone"], TEXT, "06 12 34 56 78", "optional", ["customer_phone"]),
  order("client_type", ["customerKind"], CUSTOMER_KIND, "particulier", "optional", ["customer_kind"]),
  order("client_siren", ["customer", "siren"], TEXT, ""),
  order("client_tva", ["customer", "vatNumber"], TEXT, ""),
  order("bon_commande", ["customer", "purchaseOrder"], TEXT, ""),
  ...address("livraison", "shippingAddress", ["3 rue des Lilas", "Bât. B", "69003", "Lyon", "FR"], "required"),
  ...address("facturation", "billingAddress", ["", "", "", "", ""], "optional"),
  order("depart_code_postal", ["shipFrom", "postcode"], TEXT, ""),
  order("depart_pays", ["shipFrom", "country"], TEXT, ""),
  order("frais_port_ttc", ["shippingCents"], PRICE, "4,90", "optional", ["shipping"]),
  order("tva_port", ["shippingVatRateBps"], RATE, "20", "optional", ["shipping_vat_rate"]),
  order("livraison_promise_le", ["promisedDeliveryOn"], DAY, "05/11/2026"),
  order("retractation_informe", ["withdrawalInformed"], INFORMED, "oui"),
  order("retractation_informe_le", ["withdrawalInformedOn"], DAY, "28/10/2026"),
  order("facture_numero", ["externalInvoice", "number"], TEXT, ""),
  order("facture_date", ["externalInvoice", "issuedOn"], DAY, ""),
  line("sku", ["sku"], TEXT, "LAMPE-01", "required", ["reference"]),
  line("ligne_id", ["lineId"], TEXT, "", "optional", ["line_id"]),
  line("produit", ["name"], TEXT, "Lampe de bureau", "required", ["product", "designation"]),
  line("quantite", ["quantity"], { type: "whole" }, "2", "required", ["quantity", "qte"]),
  line("prix_unitaire_ttc", ["unitPriceCents"], PRICE, "49,90", "required", ["unit_price"]),
  line("taux_tva", ["vatRateBps"], RATE, "20", "required", ["vat_rate", "tva"]),
  line("regime_tva", ["vatScheme"], VAT_SCHEME, ""),
  line("nature", ["kind"], LINE_KIND, "bien"),
  line("etat", ["condition"], CONDITION, "neuf"),
  line("encombrant", ["bulky"], { type: "yes_no" }, "non"),
  line("exclusion_retractation", ["withdrawalExclusion", "number"], { type: "whole" }, ""),
  line("exclusion_informee_le", ["withdrawalExclusion", "informedOn"], DAY, ""),
  line("eco_participation", ["ecoParticipationCents"], PRICE, "0,20"),
  parcel("transporteur", ["carrier"], TEXT, "Colissimo", ["carrier"]),
  parcel("numero_suivi", ["trackingNumber"], TEXT, "6A15602676300", ["tracking_number"]),
  parcel("mode_livraison", ["mode"], MODE, "domicile", ["mode"]),
  parcel("expedie_le", ["shippedAt"], MOMENT, "30/10/2026", ["shipped_at"]),
  parcel("disponible_le", ["availableAt"], MOMENT, "", ["available_at"]),
  parcel("livre_le", ["deliveredAt"], MOMENT, "02/11/2026 14:00", ["delivered_at"]),
  parcel("retourne_le", ["returnedAt"], MOMENT, "", ["returned_at"]),
];

/** A header without accents, case or punctuation: « N° commande » and `n_commande` are one. */
export function foldHeader(header: string): string {
  return header
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
}

const BY_HEADER = new Map(
  CSV_COLUMNS.flatMap((column) => [column.name, ...(column.also ?? [])].map((name) => [name, column] as const)),
);

export function columnOf(header: string): CsvColumn | undefined {
  return BY_HEADER.get(foldHeader(header));
}

/** The column a cell of an order came from, by its place in the order's body. */
export function columnAt(part: CsvColumn["part"], path: string): CsvColumn | undefined {
  return CSV_COLUMNS.find((column) => column.part === part && column.path.join(".") === path);
}

type Need = "required" | "optional";

function order(
  name: string,
  path: readonly string[],
  kind: CellKind,
  example: string,
  need: Need = "optional",
  also: readonly string[] = [],
): CsvColumn {
  return { name, also, part: "order", path, kind, example, ...(need === "required" ? { required: true } : {}) };
}

function line(...[name, path, kind, example, need, also]: Parameters<typeof order>): CsvColumn {
  return { ...order(name, path, kind, example, need, also), part: "line" };
}

function parcel(
  name: string,
  path: readonly string[],
  kind: CellKind,
  example: string,
  also: readonly string[] = [],
): CsvColumn {
  return { ...order(name, path, kind, example, "optional", also), part: "parcel" };
}

/** The five columns of an address. Name and country have defaults: the customer's name, France. */
function address(
  prefix: string,
  member: string,
  [line1 = "", line2 = "", postcode = "", city = "", country = ""]: readonly string[],
  need: Need,
): readonly CsvColumn[] {
  return [
    order(`${prefix}_nom`, [member, "name"], TEXT, ""),
    order(`${prefix}_adresse`, [member, "line1"], TEXT, line1, need),
    order(`${prefix}_complement`, [member, "line2"], TEXT, line2),
    order(`${prefix}_code_postal`, [member, "postcode"], TEXT, postcode, need),
    order(`${prefix}_ville`, [member, "city"], TEXT, city, need),
    order(`${prefix}_pays`, [member, "country"], TEXT, country),
  ];
}
