/** What copies are told apart by, so that a search has something to find. */
const FIRST_NAMES =
  "Adèle Agathe Alain Albert Alexis Alice Amandine Amir Anaïs André Annick Antoine Armelle Arthur Aurélie Aya Baptiste Béatrice Benoît Bérénice Bruno Camille Capucine Catherine Cédric Chantal Chloé Christophe Clément Colette Corentin Cyril Damien Danielle David Denise Djamila Dominique Edgar Élise Éloïse Émile Emma Éric Estelle Étienne Eugénie Fabien Fanny Farid Fatou Félix Florence Franck Gaëlle Gérard Gilles Ginette Guillaume Hakim Hélène Henri Hugo Ibrahim Irène Isabelle Jacques Jade Jérôme Joël Josiane Jules Karine Khadija Laëtitia Laurent Léa Léon Lionel Louise Lucas Ludovic Lydie Maëlle Malik Manon Marcel Margaux Marion Mathieu Maud Maxime Mehdi Mélanie Michel Mireille Mohamed Monique Morgane Moussa Myriam Nadège Nathan Nicolas Nina Noémie Odile Olivier Pascal Patricia Paulette Philippe Pierre Quentin Rachid Raphaël Régine Rémi Roland Romane Sabrina Salomé Samuel Sandrine Sébastien Serge Simone Solène Stéphane Suzanne Sylvie Thérèse Thibault Tiphaine Valérie Victor Violette Xavier Yasmine Yann Yves Zoé".split(
    " ",
  );
const LAST_NAMES =
  "Abadie Allard Arnaud Aubry Bailly Barbier Baron Barre Baudry Bazin Bénard Berger Bernard Berthelot Besnard Blanc Boucher Boulanger Bourgeois Bouvier Brun Carlier Caron Chauvin Chevalier Clerc Collet Colin Cordier Couture Da_Silva Daniel David Delattre Delorme Deschamps Diop Dubois Dufour Dumas Dupuis Durand Étienne Evrard Fabre Faure Fernandez Fischer Fleury Fontaine Fournier Gaillard Garcia Gauthier Gérard Germain Girard Gomez Grondin Guérin Guillot Hamon Henry Hervé Hoarau Huet Hubert Jacob Jacquet Joly Julien Keita Klein Lacroix Lambert Laporte Leblanc Leclerc Lefebvre Legrand Lemoine Leroux Lévêque Lopez Lucas Maillard Mallet Marchal Marchand Martin Martinez Masson Mathieu Mercier Meunier Meyer Michaud Millet Monnier Morel Morin Moulin Muller N_Diaye Navarro Nguyen Nicolas Noël Olivier Paris Payet Pelletier Perret Petit Picard Poirier Prévost Raynaud Renard Renaud Rey Richard Rivière Robert Roche Rolland Rousseau Roux Roy Royer Sanchez Schmitt Schneider Simon Tessier Thomas Traoré Vasseur Vidal Vincent Weber".split(
    " ",
  );
const THINGS =
  "abat-jour aiguille ampoule anse bac balancier bandeau barre bassin boîtier bouchon bouton bracelet cadran câble capot carafe charnière chargeur clavier clé coque cordon coussin couvercle crochet cuve dossier douille écran écrou élastique étagère fermeture fil filtre fixation flacon garniture glissière grille housse joint lampe levier loquet manche manivelle moteur moule notice panneau patin pédale pied pile pivot plateau poignée pompe poulie prise rail ressort réservoir roulette sangle serrure socle support tablette tige tiroir toile tuyau vanne verre vis vitre volet".split(
    " ",
  );
const LOOKS =
  "abîmé ancien argenté arrondi beige blanc bleu bombé brillant bronze brun cassé chromé clair cuivré doré ébréché épais étroit fêlé fin foncé gris incomplet ivoire jaune laiton large léger lisse long mat mauve métallique minuscule mou noir ocre orange ovale pâle plat pliant profond rayé rose rouge rugueux satiné sombre souple tordu transparent turquoise usé vert violet".split(
    " ",
  );

/** A number that looks drawn by lot and is the same each time: the same numbers make the same marketplace. */
export function mixed(first: number, second: number): number {
  let state = (Math.imul(first ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(second + 0x7f4a7c15, 0xc2b2ae35)) >>> 0;
  state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) >>> 0;
  state = Math.imul(state ^ (state >>> 12), 0x297a2d39) >>> 0;
  return (state ^ (state >>> 15)) >>> 0;
}

export function nameOf(draw: number): string {
  return `${pick(FIRST_NAMES, draw)} ${pick(LAST_NAMES, Math.floor(draw / FIRST_NAMES.length)).replace("_", " ")}`;
}

export function thingOf(draw: number): string {
  const [thing, look] = [pick(THINGS, draw), pick(LOOKS, Math.floor(draw / THINGS.length))];
  return `l’article ${look}, ${thing} compris`;
}

function pick(words: readonly string[], draw: number): string {
  return words[draw % words.length] ?? "";
}
