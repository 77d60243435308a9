import {
  hasColissimoCheck,
  hasDhlCheck,
  hasDpdCheck,
  hasFedexCheck,
  hasS10Check,
  hasUpsCheck,
} from "@/lib/carriers/check-digit";

export const CARRIER_IDS = [
  "colissimo",
  "laposte",
  "chronopost",
  "mondial_relay",
  "relais_colis",
  "colis_prive",
  "dpd",
  "gls",
  "ups",
  "dhl",
  "fedex",
  "other",
] as const;
export type CarrierId = (typeof CARRIER_IDS)[number];

export type NumberFormat = {
  readonly pattern: RegExp;
  readonly check?: (number: string) => boolean;
};

export type Carrier = {
  readonly id: CarrierId;
  readonly name: string;
  /** Other names, folded as `foldName` does. */
  readonly aliases: readonly string[];
  /** Registrable domains on which the carrier publishes its tracking. */
  readonly hosts: readonly string[];
  /** A number of none of these shapes is doubted, never refused: formats overlap and change. */
  readonly formats: readonly NumberFormat[];
  readonly link: ((number: string, postcode: string | null) => string) | null;
};

const S10: NumberFormat = { pattern: /^[A-Z]{2}\d{9}[A-Z]{2}$/, check: hasS10Check };
const COLISSIMO: NumberFormat = { pattern: /^\d[A-Z]\d{11}$/, check: hasColissimoCheck };
const laposteLink = (number: string) => `https://www.laposte.fr/outils/suivre-vos-envois?code=${number}`;

export const CARRIERS = {
  colissimo: {
    id: "colissimo",
    name: "Colissimo",
    aliases: ["coliposte", "la poste colissimo", "so colissimo", "laposte colissimo"],
    hosts: ["laposte.fr", "colissimo.fr"],
    formats: [COLISSIMO, S10, { pattern: /^[A-Z0-9]{11,15}$/ }],
    link: laposteLink,
  },
  laposte: {
    id: "laposte",
    name: "La Poste",
    aliases: ["laposte", "lettre suivie", "lettre recommandee", "courrier suivi", "french post"],
    hosts: ["laposte.fr"],
    formats: [COLISSIMO, S10, { pattern: /^[A-Z0-9]{11,15}$/ }],
    link: laposteLink,
  },
  chronopost: {
    id: "chronopost",
    name: "Chronopost",
    aliases: ["chrono", "chrono 13", "chrono13", "chrono relais"],
    hosts: ["chronopost.fr", "laposte.fr"],
    formats: [S10, { pattern: /^[A-Z0-9]{15}$/ }],
    link: (number) => `https://www.chronopost.fr/tracking-no-cms/suivi-page?listeNumerosLT=${number}`,
  },
  mondial_relay: {
    id: "mondial_relay",
    name: "Mondial Relay",
    aliases: ["mondialrelay", "point relais mondial relay", "inpost"],
    hosts: ["mondialrelay.fr", "mondialrelay.com"],
    formats: [{ pattern: /^\d{8}$/ }, { pattern: /^\d{10,12}$/ }],
    link: (number, postcode) =>
      `https://www.mondialrelay.fr/suivi-de-colis/?numeroExpedition=${number}${postcode ? `&codePostal=${postcode}` : ""}`,
  },
  relais_colis: {
    id: "relais_colis",
    name: "Relais Colis",
    aliases: ["relaiscolis"],
    hosts: ["relaiscolis.com"],
    formats: [{ pattern: /^[A-Z0-9]{10,14}$/ }],
    link: null,
  },
  colis_prive: {
    id: "colis_prive",
    name: "Colis Privé",
    aliases: ["colisprive"],
    hosts: ["colisprive.com", "colisprive.fr"],
    formats: [{ pattern: /^[A-Z0-9]{12}$/ }, { pattern: /^[A-Z0-9]{17}$/ }],
    link: null,
  },
  dpd: {
    id: "dpd",
    name: "DPD",
    aliases: ["dpd france", "predict", "exapaq", "dpd predict", "pickup"],
    hosts: ["dpd.fr", "dpd.com", "dpdgroup.com"],
    formats: [{ pattern: /^\d{14}[A-Z0-9]?$/ }, { pattern: /^[A-Z0-9]{28}$/, check: hasDpdCheck }],
    link: (number) => `https://trace.dpd.fr/fr/trace/${number}`,
  },
  gls: {
    id: "gls",
    name: "GLS",
    aliases: ["gls france", "general logistics systems"],
    hosts: ["gls-group.com", "gls-group.eu", "gls-france.com"],
    formats: [{ pattern: /^[A-Z0-9]{8}$/ }, { pattern: /^\d{11}$/ }],
    link: (number) => `https://gls-group.com/FR/fr/suivi-colis/?match=${number}`,
  },
  ups: {
    id: "ups",
    name: "UPS",
    aliases: ["united parcel service"],
    hosts: ["ups.com"],
    formats: [{ pattern: /^1Z[A-Z0-9]{15}\d$/, check: hasUpsCheck }],
    link: (number) => `https://www.ups.com/track?tracknum=${number}`,
  },
  dhl: {
    id: "dhl",
    name: "DHL",
    aliases: ["dhl express", "dhl france"],
    hosts: ["dhl.com", "dhl.fr"],
    formats: [{ pattern: /^\d{10,11}$/, check: hasDhlCheck }, { pattern: /^J?JD[A-Z0-9]{10,22}$/ }],
    link: (number) => `https://www.dhl.com/fr-fr/home/tracking.html?tracking-id=${number}`,
  },
  fedex: {
    id: "fedex",
    name: "FedEx",
    aliases: ["fedex express", "federal express", "tnt"],
    hosts: ["fedex.com"],
    formats: [{ pattern: /^\d{12}$/, check: hasFedexCheck }, { pattern: /^(\d{15}|\d{20}|\d{34})$/ }],
    link: (number) => `https://www.fedex.com/fedextrack/?trknbr=${number}`,
  },
  other: { id: "other", name: "", aliases: [], hosts: [], formats: [], link: null },
} as const satisfies Record<CarrierId, Carrier>;

/** The carrier of that identifier. */
export function carrierById(id: CarrierId): Carrier {
  return CARRIERS[id];
}

/** The carrier meant by a name as sellers and marketplaces write it; an unknown one is `other`, never an error. */
export function carrierByName(name: string | null | undefined): Carrier {
  const folded = foldName(name ?? "");
  const found = CARRIER_IDS.map(carrierById).find(
    (carrier) =>
      carrier.id === folded.replaceAll(" ", "_") ||
      foldName(carrier.name) === folded ||
      carrier.aliases.includes(folded),
  );
  return found && folded !== "" ? found : CARRIERS.other;
}

function foldName(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
