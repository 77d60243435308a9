import AxeBuilder from "@axe-core/playwright";
import type { APIRequestContext } from "@playwright/test";
import { type DemoSeller, member, seller } from "./support/demo-people.ts";
import { expect, test } from "./support/fixtures.ts";
import { answerOwnClaim, openOwnClaim } from "./support/own-claim.ts";
import { signIn } from "./support/sign-in.ts";

const SLUG = "maison-lumen";

/** A refund promised for today, on an order no other test knows. */
async function promisedRefund(request: APIRequestContext, shop: DemoSeller) {
  const claim = await openOwnClaim(request, shop);
  const refundOn = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Paris" });
  const money = { amountCents: 5_000, refundOn, refundMethod: "original_payment" };
  await answerOwnClaim(request, shop, claim, { solution: "refund", message: "Nous vous remboursons.", ...money });
  return claim;
}

test("a refund that is due is noted as done in three clicks from the inbox", async ({ page, demo, request }) => {
  const claim = await promisedRefund(request, seller(demo, SLUG));
  await signIn(page, member(demo, SLUG, "agent"), `/reclamations?q=${claim.orderNumber}`);
  const tab = page
    .getByRole("navigation", { name: "États des réclamations" })
    .getByRole("link", { name: /^Promesses dues/ });
  await tab.click();
  await expect(page.getByRole("row")).toHaveCount(2);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole("link", { name: /^Remboursement · 50,00/ }).click();
  const promises = page.getByRole("region", { name: "Engagements" });
  await expect(promises.getByLabel("Référence")).toBeFocused();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.type("VIR-2026-12");
  await promises.getByRole("button", { name: "Enregistrer" }).click();
  await expect(promises).toContainText("VIR-2026-12");
  await expect(promises.getByText("Fait", { exact: true })).toBeVisible();
  await page.goto(`/reclamations?vue=promesses&q=${claim.orderNumber}`);
  await expect(page.getByText("Aucune réclamation ne correspond")).toBeVisible();
});

test("a refund told by a file closes its promise, and what is wrong is told row by row", async ({
  page,
  demo,
  request,
}) => {
  const claim = await promisedRefund(request, seller(demo, SLUG));
  await signIn(page, member(demo, SLUG, "agent"), "/commandes/import");
  const paidAt = new Date(Date.now() - 60_000).toISOString();
  const rows = [
    "numero_commande;evenement;date;montant_ttc;reference",
    `${claim.orderNumber};remboursement;${paidAt};50,00;VIR-9`,
    `INCONNUE-1;remboursement;${paidAt};50,00;VIR-10`,
  ];
  const part = page.getByRole("region", { name: "Remboursements, envois et retours" });
  const file = { name: "evenements.csv", mimeType: "text/csv", buffer: Buffer.from(rows.join("\n")) };
  await part.getByLabel("Fichier CSV des événements").setInputFiles(file);
  await part.getByRole("button", { name: "Enregistrer le fichier" }).click();
  await expect(part.getByText("1 ligne enregistrée. 1 promesse fermée.")).toBeVisible();
  await expect(part.getByRole("table")).toContainText("Aucune commande n’a ce numéro");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.goto(`/reclamations/${claim.id}`);
  await expect(page.getByRole("region", { name: "Engagements" })).toContainText("VIR-9");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("less than was promised leaves the promise open, and the form as it was", async ({ page, demo, request }) => {
    const claim = await promisedRefund(request, seller(demo, SLUG));
    await signIn(page, member(demo, SLUG, "agent"), `/reclamations?vue=promesses&q=${claim.orderNumber}`);
    await page.getByRole("link", { name: /^Remboursement · 50,00/ }).click();
    const promises = page.getByRole("region", { name: "Engagements" });
    await promises.getByLabel("Montant versé (€)").fill("20,00");
    await promises.getByLabel("Référence").fill("VIR-1");
    await promises.getByRole("button", { name: "Enregistrer" }).click();
    await expect(promises.getByText(/C’est moins que ce qui a été promis/).first()).toBeVisible();
    await expect(promises.getByLabel("Référence")).toHaveValue("VIR-1");
    await promises.getByLabel("Montant versé (€)").fill("50,00");
    await promises.getByLabel("Référence").fill("VIR-2");
    await promises.getByRole("button", { name: "Enregistrer" }).click();
    await expect(promises).toContainText("VIR-2");
  });
});
