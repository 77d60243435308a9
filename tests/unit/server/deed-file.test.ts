import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { instant } from "@/lib/calendar/instant";
import { readDeedFile } from "@/lib/server/csv/deed-file";

const NOW = instant("2026-11-23T09:00:00Z");
const HEADER = "numero_commande;evenement;date;montant_ttc;moyen;reference;transporteur;numero_suivi";

const read = (...rows: readonly string[]) => readDeedFile(new TextEncoder().encode([HEADER, ...rows].join("\n")), NOW);

describe("readDeedFile", () => {
  test("reads the sample we offer without a fault", () => {
    const file = readDeedFile(readFileSync("public/exemples/evenements.csv"), NOW);
    expect(file.problems).toEqual([]);
    expect(file.deeds).toMatchObject([
      { row: 2, number: "CMD-2026-0001", kind: "refund", body: { amountCents: 10_470, reference: "VIR-2026-118" } },
      { row: 3, number: "CMD-2026-0002", kind: "shipment", body: { carrier: "Chronopost" } },
      { row: 4, number: "CMD-2026-0003", kind: "return", body: { receivedAt: "2026-11-17T08:00:00.000Z" } },
    ]);
  });

  test("a day without its hour is noon at Paris, and never later than now", () => {
    const { deeds } = read("A;envoi;22/11/2026;;;;Colissimo;X1", "A;envoi;23/11/2026;;;;Colissimo;X2");
    expect(deeds.map(({ body }) => body)).toMatchObject([
      { shippedAt: "2026-11-22T11:00:00.000Z" },
      { shippedAt: NOW },
    ]);
  });

  test.each([
    { row: ";remboursement;18/11/2026;10;;R;;", column: "numero_commande", code: "required" },
    { row: "A;;18/11/2026;10;;R;;", column: "evenement", code: "required" },
    { row: "A;avoir;18/11/2026;10;;R;;", column: "evenement", code: "not_one_of" },
    { row: "A;remboursement;31/11/2026;10;;R;;", column: "date", code: "not_a_moment" },
    { row: "A;remboursement;;10;;R;;", column: "date", code: "required" },
    { row: "A;remboursement;18/11/2026;dix;;R;;", column: "montant_ttc", code: "not_a_price" },
    { row: "A;remboursement;18/11/2026;0;;R;;", column: "montant_ttc", code: "nothing_refunded" },
    { row: "A;remboursement;18/11/2026;10;;;;", column: "reference", code: "required" },
    { row: "A;envoi;18/11/2026;;;;;X1", column: "transporteur", code: "required" },
    { row: "A;retour;18/11/2026;;;;;", column: "reference", code: "required" },
  ])("$code in $column", ({ row, column, code }) => {
    const file = read(row);
    expect(file.deeds).toEqual([]);
    expect(file.problems).toMatchObject([{ row: 2, column, code }]);
  });

  test.each([
    { of: "no text", bytes: new Uint8Array([0, 1, 2]), code: "not_text" },
    { of: "no column", bytes: new TextEncoder().encode("evenement;date\nretour;18/11/2026"), code: "missing_column" },
    { of: "no row", bytes: new TextEncoder().encode(HEADER), code: "no_rows" },
    {
      of: "too many rows",
      bytes: new TextEncoder().encode(HEADER + "\nA;retour;18/11/2026;;;R;;".repeat(501)),
      code: "too_many_rows",
    },
  ])("a file with $of is told as one", ({ bytes, code }) => {
    const file = readDeedFile(bytes, NOW);
    expect(file.deeds).toEqual([]);
    expect(file.problems).toMatchObject([{ code }]);
  });
});
