import type { ReturnProfileInput } from "@/db/commands/return-profiles";
import type { SeededSeller } from "@/db/seed";
import type { PostalAddress } from "@/lib/orders/order";

export type Product = {
  readonly sku: string;
  readonly name: string;
  readonly priceCents: number;
  readonly vatRateBps: number;
  readonly bulky?: boolean;
  readonly ecoParticipationCents?: number;
};

export type DemoSeller = SeededSeller & {
  readonly ownerName: string;
  readonly agentName: string;
  readonly returns: Omit<ReturnProfileInput, "profileId">;
  readonly products: readonly Product[];
  readonly vatScheme: "standard" | "franchise" | "exempt_dom";
  readonly shipFrom: PostalAddress;
  readonly carriers: readonly string[];
  /** How slowly it answers, against the hours a story tells. */
  readonly pace: number;
};

const CM2C = {
  name: "CM2C, Centre de la médiation de la consommation de conciliateurs de justice",
  postalAddress: "49 rue de Ponthieu, 75008 Paris",
  website: "https://www.cm2c.net",
};
const MEDICYS = {
  name: "Medicys",
  postalAddress: "73 boulevard de Clichy, 75009 Paris",
  website: "https://www.medicys.fr",
};

const lyon: PostalAddress = {
  name: "Maison Lumen, service retours",
  line1: "18 rue de l’Industrie",
  postcode: "69100",
  city: "Villeurbanne",
  country: "FR",
};
const nantes: PostalAddress = {
  name: "Camille Brindille",
  line1: "7 rue des Potiers",
  postcode: "44000",
  city: "Nantes",
  country: "FR",
};
const saintDenis: PostalAddress = {
  name: "Péi Audio, atelier",
  line1: "52 rue Jean-Chatel",
  postcode: "97400",
  city: "Saint-Denis",
  country: "FR",
};

/** A company with capital and RCS, a trader in franchise de TVA, and a company of La Réunion. */
export const DEMO_SELLERS: readonly DemoSeller[] = [
  {
    slug: "maison-lumen",
    name: "Maison Lumen",
    zone: "Europe/Paris",
    invoicePrefix: "ML",
    ownerName: "Hélène Garnier",
    agentName: "Thomas Lefebvre",
    legalIdentity: {
      status: "company",
      name: "Maison Lumen",
      legalForm: "SAS",
      shareCapitalCents: 5_000_000,
      siren: "852147362",
      siret: "85214736200010",
      registration: "RCS Lyon",
      vatRegime: "liable",
      vatNumber: "FR17852147362",
      address: { ...lyon, name: "Maison Lumen" },
      email: "sav@maison-lumen.example",
      phone: "04 72 00 00 01",
    },
    contact: {
      email: "sav@maison-lumen.example",
      phone: "04 72 00 00 01",
      postalAddress: "18 rue de l’Industrie, 69100 Villeurbanne",
    },
    mediator: CM2C,
    returns: {
      name: "Entrepôt de Villeurbanne",
      address: lyon,
      means: "prepaid_label",
      withdrawalCostBearer: "customer",
      packing: "Remettez l’article dans un carton solide, calé, avec le bon de retour à l’intérieur.",
      isDefault: true,
    },
    products: [
      {
        sku: "LAMPE-ARC-01",
        name: "Lampadaire Arc, laiton brossé",
        priceCents: 18_900,
        vatRateBps: 2000,
        bulky: true,
        ecoParticipationCents: 25,
      },
      {
        sku: "LAMPE-BUR-02",
        name: "Lampe de bureau Orme",
        priceCents: 4_990,
        vatRateBps: 2000,
        ecoParticipationCents: 10,
      },
      {
        sku: "SUSP-VER-03",
        name: "Suspension en verre soufflé",
        priceCents: 8_950,
        vatRateBps: 2000,
        ecoParticipationCents: 12,
      },
      { sku: "MIROIR-60", name: "Miroir rond 60 cm", priceCents: 6_500, vatRateBps: 2000 },
      { sku: "LIVRE-LUM", name: "Livre « Lumières de maison »", priceCents: 2_900, vatRateBps: 550 },
    ],
    vatScheme: "standard",
    shipFrom: lyon,
    carriers: ["Colissimo", "Chronopost", "Mondial Relay"],
    pace: 0.8,
  },
  {
    slug: "atelier-brindille",
    name: "Atelier Brindille",
    zone: "Europe/Paris",
    invoicePrefix: "AB",
    ownerName: "Camille Brindille",
    agentName: "Nora Benali",
    legalIdentity: {
      status: "individual",
      name: "Camille Brindille",
      tradeName: "Atelier Brindille",
      siren: "913478525",
      siret: "91347852500011",
      vatRegime: "franchise",
      address: nantes,
      email: "bonjour@atelier-brindille.example",
      phone: "02 40 00 00 02",
    },
    contact: {
      email: "bonjour@atelier-brindille.example",
      phone: "02 40 00 00 02",
      postalAddress: "7 rue des Potiers, 44000 Nantes",
    },
    mediator: MEDICYS,
    returns: {
      name: "Atelier de Nantes",
      address: nantes,
      means: "prepaid_label",
      withdrawalCostBearer: "customer",
      packing: "Enveloppez la pièce de papier bulle et calez-la dans une boîte plus grande.",
      isDefault: true,
    },
    products: [
      { sku: "BOL-GRES", name: "Bol en grès bleu", priceCents: 2_400, vatRateBps: 0 },
      { sku: "THEIERE-01", name: "Théière tournée à la main", priceCents: 7_800, vatRateBps: 0 },
      { sku: "VASE-SOL", name: "Vase soliflore", priceCents: 3_600, vatRateBps: 0 },
      { sku: "TASSES-4", name: "Lot de quatre tasses", priceCents: 5_200, vatRateBps: 0 },
    ],
    vatScheme: "franchise",
    shipFrom: nantes,
    carriers: ["Colissimo", "Mondial Relay"],
    pace: 3,
  },
  {
    slug: "pei-audio",
    name: "Péi Audio",
    zone: "Indian/Reunion",
    invoicePrefix: "PA",
    ownerName: "Jean-Yves Hoarau",
    agentName: "Marie-Anne Payet",
    legalIdentity: {
      status: "company",
      name: "Péi Audio",
      legalForm: "SARL",
      shareCapitalCents: 800_000,
      siren: "789654126",
      siret: "78965412600018",
      registration: "RCS Saint-Denis de La Réunion",
      vatRegime: "liable",
      vatNumber: "FR66789654126",
      address: { ...saintDenis, name: "Péi Audio" },
      email: "sav@pei-audio.example",
      phone: "02 62 00 00 03",
    },
    contact: {
      email: "sav@pei-audio.example",
      phone: "02 62 00 00 03",
      postalAddress: "52 rue Jean-Chatel, 97400 Saint-Denis",
    },
    mediator: CM2C,
    returns: {
      name: "Atelier de Saint-Denis",
      address: saintDenis,
      means: "prepaid_label",
      withdrawalCostBearer: "seller",
      packing: "Joignez tous les accessoires et protégez l’écran.",
      isDefault: true,
    },
    products: [
      {
        sku: "CASQUE-BT",
        name: "Casque sans fil Piton",
        priceCents: 12_900,
        vatRateBps: 850,
        ecoParticipationCents: 6,
      },
      {
        sku: "ENCEINTE-M",
        name: "Enceinte portable Cilaos",
        priceCents: 8_900,
        vatRateBps: 850,
        ecoParticipationCents: 6,
      },
      { sku: "RADIO-REV", name: "Radio-réveil Salazie", priceCents: 4_500, vatRateBps: 850, ecoParticipationCents: 6 },
      { sku: "CABLE-HDMI", name: "Câble HDMI 2 m", priceCents: 1_490, vatRateBps: 850 },
    ],
    vatScheme: "standard",
    shipFrom: saintDenis,
    carriers: ["Colissimo", "Chronopost", "DHL"],
    pace: 1.4,
  },
];
