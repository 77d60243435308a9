import type { PostalAddress } from "@/lib/orders/order";

export type Person = { readonly name: string; readonly email: string | null; readonly address: PostalAddress };

const HOMES = [
  ["Jeanne Moreau-Petit", "3 rue des Lilas", "69003", "Lyon"],
  ["Ahmed Benkacem", "14 avenue Foch", "57000", "Metz"],
  ["Lucie Dubreuil", "27 boulevard Gambetta", "59000", "Lille"],
  ["Marcel Tanguy", "2 quai de la Douane", "29200", "Brest"],
  ["Sofia Ribeiro", "81 rue Sainte-Catherine", "33000", "Bordeaux"],
  ["Paul Schneider", "5 rue du Vieux-Marché", "67000", "Strasbourg"],
  ["Inès Caron", "9 place du Capitole", "31000", "Toulouse"],
  ["Georges Marchetti", "12 cours Napoléon", "20000", "Ajaccio"],
  ["Aminata Diallo", "46 rue de Belleville", "75020", "Paris"],
  ["Yvette Le Goff", "1 impasse des Ajoncs", "56100", "Lorient"],
  ["Kévin Hoareau", "18 chemin des Bougainvilliers", "97430", "Le Tampon"],
  ["Marie-Josée Grondin", "6 rue du Général-de-Gaulle", "97434", "La Saline"],
  ["Didier Césaire", "33 rue Victor-Hugo", "97200", "Fort-de-France"],
  ["Claire Fontanel", "8 rue du Jeu-de-Paume", "34000", "Montpellier"],
  ["Bernard Vasseur", "70 rue de la République", "80000", "Amiens"],
  ["Nadia Haddad", "21 rue Paradis", "13006", "Marseille"],
] as const;

/** Customers of the demo, by turns; their addresses cover the territories whose calendars differ. */
export function personOf(index: number): Person {
  const home = HOMES[index % HOMES.length] ?? HOMES[0];
  const [name, line1, postcode, city] = home;
  const local = name
    .normalize("NFD")
    .replace(/[^A-Za-z ]/g, "")
    .toLowerCase()
    .trim()
    .replace(/ +/g, ".");
  return { name, email: `${local}@client.example`, address: { name, line1, postcode, city, country: "FR" } };
}
