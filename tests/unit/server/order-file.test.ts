import { readFileSync } from "node:fs";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { instant } from "@/lib/calendar/instant";
import { CSV_COLUMNS } from "@/lib/orders/csv-columns";
import { problemWords } from "@/lib/server/csv/describe-problem";
import { readOrderFile } from "@/lib/server/csv/order-file";

const RULES = { latest: instant("2026-11-23T22:59:59Z"), seller: {} };
const HEADER =
  "numero_commande;date_commande;client_nom;client_email;livraison_adresse;livraison_code_postal;livraison_ville;frais_port_ttc;tva_port;sku;produit;quantite;prix_unitaire_ttc;taux_tva;transporteur;numero_suivi;expedie_le;livre_le";
const ROW =
  "CMD-1;28/10/2026 11:30;Jeanne Moreau;jeanne@example.org;3 rue des Lilas;69003;Lyon;4,90;20;LAMPE;Lampe dorée;2;49,90;20;Colissimo;6A15602676300;30/10/2026;02/11/2026";

const read = (text: string | Uint8Array) =>
  readOrderFile(typeof text === "string" ? new TextEncoder().encode(text) : text, RULES);
const lines = (...rows: readonly string[]) => [HEADER, ...rows].join("\r\n");
const cell = (row: string, index: number, value: string) => row.split(";").with(index, value).join(";");

async function problems(text: string | Uint8Array) {
  return (await read(text)).problems
    .filter(({ severity }) => severity === "error")
    .map(({ row, column, code }) => [row, column, code]);
}

describe("a file that can be imported", () => {
  test("one order, with what it says and what is understood", async () => {
    const file = await read(lines(ROW));
    expect(file.problems).toEqual([]);
    expect(file).toMatchObject({ orderCount: 1, rowCount: 1 });
    expect(file.orders).toMatchObject([
      {
        number: "CMD-1",
        row: 2,
        body: {
          placedAt: "2026-10-28T10:30:00.000Z",
          currency: "EUR",
          customer: { name: "Jeanne Moreau", email: "jeanne@example.org" },
          shippingAddress: { name: "Jeanne Moreau", line1: "3 rue des Lilas", postcode: "69003", country: "FR" },
          lines: [{ sku: "LAMPE", name: "Lampe dorée", quantity: 2, unitPriceCents: 4990, vatRateBps: 2000 }],
          shippingCents: 490,
          shippingVatRateBps: 2000,
          parcels: [
            {
              carrier: "Colissimo",
              trackingNumber: "6A15602676300",
              shippedAt: "2026-10-30T11:00:00.000Z",
              deliveredAt: "2026-11-02T11:00:00.000Z",
            },
          ],
        },
      },
    ]);
  });

  const expected = (name: string) =>
    expect.objectContaining({ body: expect.objectContaining({ customer: expect.objectContaining({ name }) }) });

  test.each([
    {
      because: "Windows-1252 with semicolons, as Excel writes it",
      bytes: iconv.encode(lines(cell(ROW, 2, "Zoé Lefèvre – Œuvre €")), "win1252"),
    },
    {
      because: "UTF-8 with its mark",
      bytes: new TextEncoder().encode(`\uFEFF${lines(cell(ROW, 2, "Zoé Lefèvre – Œuvre €"))}`),
    },
    {
      because: "UTF-16, Excel's Unicode text",
      bytes: iconv.encode(lines(cell(ROW, 2, "Zoé Lefèvre – Œuvre €")), "utf16le", { addBOM: true }),
    },
    {
      because: "Excel's own line of the separator",
      bytes: new TextEncoder().encode(`sep=;\r\n${lines(cell(ROW, 2, "Zoé Lefèvre – Œuvre €"))}`),
    },
  ])("reads $because", async ({ bytes }) => {
    const file = await read(bytes);
    expect(file.problems).toEqual([]);
    expect(file.orders).toEqual([expected("Zoé Lefèvre – Œuvre €")]);
  });

  test("commas, quotes and headers in other words", async () => {
    const text = [
      "order_number,placed_at,customer_name,Livraison adresse,livraison_code_postal,LIVRAISON VILLE,sku,Product,Quantité,unit_price,vat_rate",
      '"CMD-1","2026-10-28","Moreau, Jeanne","3, rue ""des"" Lilas","=""01000""","Lyon","A","Vis","1","4.90","20"',
    ].join("\n");
    const file = await read(text);
    expect(file.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(file.orders[0]?.body).toMatchObject({
      customer: { name: "Moreau, Jeanne" },
      shippingAddress: { line1: '3, rue "des" Lilas', postcode: "01000" },
    });
  });

  test("rows of one number are the lines of one order, each parcel with its own", async () => {
    const second = cell(cell(cell(ROW, 9, "AMPOULE"), 15, "6A15602676317"), 17, "");
    const file = await read(lines(ROW, cell(cell(second, 0, "CMD-2"), 9, "X"), second));
    expect(file).toMatchObject({ orderCount: 2, rowCount: 3 });
    expect(file.orders[0]?.body).toMatchObject({
      lines: [{ sku: "LAMPE" }, { sku: "AMPOULE" }],
      parcels: [
        { trackingNumber: "6A15602676300", lines: [{ lineId: "LAMPE", quantity: 2 }] },
        { trackingNumber: "6A15602676317", lines: [{ lineId: "AMPOULE", quantity: 2 }] },
      ],
    });
  });

  test("a second row may leave what concerns the whole order empty", async () => {
    const second = ["CMD-1", ...Array.from({ length: 8 }, () => ""), ...ROW.split(";").slice(9)].join(";");
    const file = await read(lines(ROW, cell(second, 9, "AMPOULE")));
    expect(file.problems).toEqual([]);
    expect(file.orders[0]?.body.lines).toHaveLength(2);
    expect(file.orders[0]?.body.parcels?.[0]?.lines).toBeUndefined();
  });

  test("a delivery of the day of dispatch, without an hour, comes after it", async () => {
    const file = await read(lines(cell(cell(ROW, 16, "02/11/2026 15:00"), 17, "02/11/2026")));
    expect(file.orders[0]?.body.parcels?.[0]?.deliveredAt).toBe("2026-11-02T14:00:00.000Z");
  });

  test("an unknown column is left out, with the one it may mean", async () => {
    const file = await read([`${HEADER};livré_lee;humeur`, `${ROW};x;y`].join("\n"));
    expect(file.problems).toMatchObject([
      { severity: "warning", column: "livré_lee", code: "unknown_column_near", values: { nearest: "livre_le" } },
      { severity: "warning", column: "humeur", code: "unknown_column" },
    ]);
    expect(file.orders).toHaveLength(1);
  });

  test("doubts name their row and column", async () => {
    const file = await read(lines(cell(ROW, 13, "19")));
    expect(file.problems).toEqual([
      { severity: "warning", row: 2, column: "taux_tva", value: "19", code: "unknown_rate" },
    ]);
    expect(file.orders).toHaveLength(1);
  });
});

describe("a file with faults", () => {
  test.each([
    { because: "nothing", text: "", refused: [[null, null, "empty_file"]] },
    { because: "white space", text: "\n \n", refused: [[null, null, "empty_file"]] },
    { because: "a header alone", text: HEADER, refused: [[null, null, "no_rows"]] },
    {
      because: "a wrong column",
      text: lines(ROW).replace("quantite", "nombre"),
      refused: [[1, "quantite", "missing_column"]],
    },
    {
      because: "a column twice",
      text: lines(ROW).replace("tva_port", "sku"),
      refused: [[1, "sku", "duplicate_column"]],
    },
    { because: "a spreadsheet", text: "PK\u0003\u0004\u0000", refused: [[null, null, "not_text"]] },
    {
      because: "a quote never closed",
      text: lines(ROW.replace("Lampe", '"Lampe')),
      refused: [[expect.anything(), null, "broken_quotes"]],
    },
    { because: "no number", text: lines(cell(ROW, 0, "")), refused: [[2, "numero_commande", "required"]] },
    { because: "no customer", text: lines(cell(ROW, 2, "")), refused: [[2, "client_nom", "required"]] },
    { because: "no town", text: lines(cell(ROW, 6, "")), refused: [[2, "livraison_ville", "required"]] },
    {
      because: "half an e-mail",
      text: lines(cell(ROW, 3, "jeanne@")),
      refused: [[2, "client_email", "invalid_email"]],
    },
    {
      because: "a negative quantity",
      text: lines(ROW, cell(cell(ROW, 11, "-1"), 9, "B")),
      refused: [[3, "quantite", "too_small"]],
    },
    {
      because: "a price in words",
      text: lines(cell(ROW, 12, "gratuit")),
      refused: [[2, "prix_unitaire_ttc", "not_a_price"]],
    },
    {
      because: "a rate nobody knows",
      text: lines(cell(ROW, 13, "12,34")),
      refused: [[2, "taux_tva", "unknown_vat_rate"]],
    },
    {
      because: "30 February",
      text: lines(cell(ROW, 1, "30/02/2026")),
      refused: [[2, "date_commande", "not_a_moment"]],
    },
    {
      because: "delivery before dispatch",
      text: lines(cell(ROW, 17, "29/10/2026")),
      refused: [[2, "livre_le", "delivered_before_dispatch"]],
    },
    {
      because: "a delivery to come",
      text: lines(cell(ROW, 17, "24/11/2026")),
      refused: [[2, "livre_le", "in_the_future"]],
    },
    { because: "a parcel without number", text: lines(cell(ROW, 15, "")), refused: [[2, "numero_suivi", "required"]] },
    {
      because: "two customers for one order",
      text: lines(ROW, cell(cell(ROW, 2, "Paul"), 9, "B")),
      refused: [[3, "client_nom", "differs_from_first_row"]],
    },
    { because: "one line twice", text: lines(ROW, ROW), refused: [[3, "ligne_id", "duplicate_line_id"]] },
  ])("names $because", async ({ text, refused }) => {
    expect(await problems(text)).toEqual(refused);
  });

  test("a currency nobody has is told with those that are known", async () => {
    const text = [`${HEADER};devise`, `${ROW};ABC`].join("\r\n");
    const [problem] = (await read(text)).problems;
    expect(problem).toMatchObject({ row: 2, column: "devise", code: "unknown_currency" });
    expect(problem && problemWords("fr")(problem)).toContain("EUR, GBP");
  });

  test("a faulty order stops no other", async () => {
    const file = await read(lines(cell(ROW, 12, "gratuit"), cell(ROW, 0, "CMD-2")));
    expect(file.orders.map(({ number }) => number)).toEqual(["CMD-2"]);
    expect(file.orderCount).toBe(2);
  });

  test("a delivery later today is of today", async () => {
    expect(await problems(lines(cell(ROW, 17, "23/11/2026")))).toEqual([]);
  });
});

test("the sample file is imported as it is, and has every column", async () => {
  const bytes = readFileSync("public/exemples/commandes.csv");
  const file = await read(bytes);
  expect(file.problems).toEqual([]);
  expect(file.orderCount).toBeGreaterThanOrEqual(3);
  const [header = ""] = bytes.toString("utf8").replace("\uFEFF", "").split("\r\n");
  expect(header.split(";")).toEqual(CSV_COLUMNS.map(({ name }) => name));
});
