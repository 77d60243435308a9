import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { GET } from "@/app/api/factures/archive/route";
import { closeDatabase } from "@/db/client";
import { issueInvoice } from "@/db/commands/issue-invoice";
import { instant } from "@/lib/calendar/instant";
import { sellerScopeOf } from "@/lib/server/session";
import { type MadeSeller, makeOrder } from "../support/factory";
import { makeInvoicingSeller, stubRender } from "../support/invoicing-seller";

vi.mock("@/lib/server/session", () => ({ currentViewer: async () => ({}), sellerScopeOf: vi.fn() }));

let seller: MadeSeller;
beforeEach(async () => {
  seller = await makeInvoicingSeller();
  vi.mocked(sellerScopeOf).mockReturnValue(seller.scope);
});
afterAll(closeDatabase);

function ask(query: string): Promise<Response> {
  return GET(new Request(`http://localhost:3000/api/factures/archive?${query}`));
}

test.each([
  ["mois=2026-09", "/factures?mois=2026-09&choix=mois"],
  ["id=01a20aff-7637-7566-aaa3-6d003e5e6005", "/factures?choix=introuvable"],
  ["commande=C-1&retour=%2Fcommandes", "/commandes?emission=no_invoice"],
  ["", "/factures?choix=vide"],
])("%s: nothing to take is said on the page it was asked from", async (query, page) => {
  const answer = await ask(query);
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toBe(page);
});

test("a month with an invoice is a ZIP", async () => {
  const { number } = await makeOrder(seller);
  const issuing = { render: stubRender, now: instant("2026-11-20T09:00:00Z") };
  await issueInvoice(seller.scope, { orderNumber: number }, issuing);
  const answer = await ask("mois=2026-11");
  expect(answer.headers.get("content-type")).toBe("application/zip");
  expect((await answer.arrayBuffer()).byteLength).toBe(Number(answer.headers.get("content-length")));
});
