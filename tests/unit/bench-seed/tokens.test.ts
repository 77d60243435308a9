import { describe, expect, test } from "vitest";
import { sellerOfCopy } from "@/scripts/bench-seed/plan";
import { filled, TokenTable } from "@/scripts/bench-seed/tokens";

const SELLER = "01a20a2a-b881-74d3-bf71-80edda9762e9";
const CLAIM = "01a20a2a-c000-74d3-8f71-ffffffffffff";
const USER = "01a20a2a-d000-74d3-8f71-000000000001";
const known = {
  ofSellers: new Set([SELLER]),
  kept: new Set([USER]),
  names: ["Lucie Dubreuil"],
  emails: ["lucie.dubreuil@client.example"],
  trackingNumbers: new Set(["6A15600000123"]),
  slugs: ["maison-lumen"],
  shopNames: ["Maison Lumen"],
};

describe("a row in a copy", () => {
  test("has its own identifiers, of the same instant, and keeps the people who acted", () => {
    expect(copied(`${CLAIM}\t${USER}`, { claim: 1, seller: 0 })).toBe(`01a20a2a-c000-74d3-8f71-009e3779b97e\t${USER}`);
  });

  test("names the demo's own seller in copy 0 of sellers, and a seller of its own in another", () => {
    expect(copied(SELLER, { claim: 7, seller: 0 })).toBe(SELLER);
    expect(copied(SELLER, { claim: 7, seller: 3 })).toBe(copied(SELLER, { claim: 8, seller: 3 }));
    expect(copied("Maison Lumen maison-lumen", { claim: 7, seller: 3 })).toBe("Maison Lumen 3 maison-lumen-3");
  });

  test("has an order number, a tracking number and a reference no other copy has", () => {
    const texts = [1, 2, 3].map((claim) => copied("ML-26101 6A15600000123 R-7F3K-2Q9D", { claim, seller: 0 }));
    expect(new Set(texts).size).toBe(3);
    expect(texts[0]).toMatch(/^ML-2610100001 6A15600\d{6} R-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  });

  test("has one customer, with an address that fits the name", () => {
    const [name = "", email = ""] = copied("Lucie Dubreuil|lucie.dubreuil@client.example", {
      claim: 5,
      seller: 0,
    }).split("|");
    expect(name).not.toBe("Lucie Dubreuil");
    const ascii = name
      .normalize("NFD")
      .replace(/[^A-Za-z ]/g, "")
      .toLowerCase()
      .replaceAll(" ", ".");
    expect(email).toBe(`${ascii}.5@client.example`);
  });

  test("is the same every time", () => {
    const [first, second] = [1, 2].map(() => copied("Lucie Dubreuil a reçu l’article bleu", { claim: 9, seller: 2 }));
    expect(first).toBe(second);
  });
});

test("no reference is given twice", () => {
  const tokens = new TokenTable(known);
  const template = tokens.template("R-7F3K-2Q9D", 0);
  const others = Array.from({ length: 400 }, (_, owner) => tokens.template("R-7F3K-2Q9D", owner));
  const references = new Set<string>();
  for (let claim = 1; claim <= 50; claim += 1) {
    const values = tokens.valuesIn({ claim, seller: 0 });
    for (const other of [template, ...others.slice(1)]) references.add(filled(other, values));
  }
  expect(references.size).toBe(50 * 400);
});

test("one copy in ten goes to the demo's sellers, and the others to sellers that exist", () => {
  const sellers = Array.from({ length: 1000 }, (_, index) => sellerOfCopy(index + 1, 40));
  expect(sellers.filter((seller) => seller === 0)).toHaveLength(100);
  expect(Math.max(...sellers)).toBeLessThanOrEqual(40);
  expect(new Set(sellers).size).toBe(41);
});

function copied(text: string, copy: { readonly claim: number; readonly seller: number }): string {
  const tokens = new TokenTable(known);
  return filled(tokens.template(text, 0), tokens.valuesIn(copy));
}
