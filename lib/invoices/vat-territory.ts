import type { PostalAddress } from "@/lib/orders/order";

/** Where VAT law places an address: French territories have their own rates, the rest is the Union or third countries. */
export type VatTerritory =
  | "mainland"
  | "corsica"
  | "guadeloupe"
  | "martinique"
  | "reunion"
  | "guyane"
  | "mayotte"
  | "eu"
  | "third";

type Place = Pick<PostalAddress, "country" | "postcode">;

const BY_COUNTRY: Readonly<Record<string, VatTerritory>> = {
  MC: "mainland",
  GP: "guadeloupe",
  MQ: "martinique",
  GF: "guyane",
  RE: "reunion",
  YT: "mayotte",
};

/** Longest prefix first: Saint-Barthélemy and Saint-Martin kept Guadeloupe's postcodes. */
const BY_POSTCODE: readonly (readonly [string, VatTerritory])[] = [
  ["97133", "third"],
  ["97150", "third"],
  ["971", "guadeloupe"],
  ["972", "martinique"],
  ["973", "guyane"],
  ["974", "reunion"],
  ["976", "mayotte"],
  ["97", "third"],
  ["98000", "mainland"],
  ["98", "third"],
  ["20", "corsica"],
];

const EU_COUNTRIES = new Set(
  "AT BE BG CY CZ DE DK EE ES FI GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "),
);

export function vatTerritory({ country, postcode }: Place): VatTerritory {
  const code = country.toUpperCase();
  if (code === "FR") {
    return BY_POSTCODE.find(([prefix]) => postcode.trim().startsWith(prefix))?.[1] ?? "mainland";
  }
  return BY_COUNTRY[code] ?? (EU_COUNTRIES.has(code) ? "eu" : "third");
}

/** Guyane and Mayotte: VAT is not applied there (CGI, art. 294, 1). */
export function isWithoutVat(territory: VatTerritory): boolean {
  return territory === "guyane" || territory === "mayotte";
}

/**
 * A delivery between two of these is an export: mainland and Corsica; Guadeloupe and Martinique, which are one; La
 * Réunion; Guyane; Mayotte (CGI, art. 294, 2).
 */
export function isExportWithinFrance(from: VatTerritory, to: VatTerritory): boolean {
  const [left, reached] = [sideOf(from), sideOf(to)];
  return left !== "abroad" && reached !== "abroad" && left !== reached;
}

function sideOf(territory: VatTerritory): "metropole" | "antilles" | "reunion" | "guyane" | "mayotte" | "abroad" {
  switch (territory) {
    case "mainland":
    case "corsica":
      return "metropole";
    case "guadeloupe":
    case "martinique":
      return "antilles";
    case "reunion":
    case "guyane":
    case "mayotte":
      return territory;
    case "eu":
    case "third":
      return "abroad";
  }
}
