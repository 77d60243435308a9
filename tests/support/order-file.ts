/** An order file with `count` orders of two lines and one delivered parcel each, as Excel writes it. */
export function orderFile(count: number, deliveredOn = "02/11/2026"): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const number = `CMD-${String(index + 1).padStart(6, "0")}`;
    const head = `${number};28/10/2026 11:30;Cliente n° ${index};cliente${index}@example.org;${index} rue des Lilas;69003;Lyon;4,90;20`;
    const parcel = `DPD;${String(index).padStart(14, "0")};30/10/2026;${deliveredOn}`;
    return [`${head};LAMPE;Lampe dorée;2;49,90;20;${parcel}`, `${head};AMPOULE;Ampoule;1;3,50;20;${parcel}`].join(
      "\r\n",
    );
  });
  return [HEADER, ...rows].join("\r\n");
}

const HEADER =
  "numero_commande;date_commande;client_nom;client_email;livraison_adresse;livraison_code_postal;livraison_ville;frais_port_ttc;tva_port;sku;produit;quantite;prix_unitaire_ttc;taux_tva;transporteur;numero_suivi;expedie_le;livre_le";
