import type { Page } from "@playwright/test";
import { samplePdf } from "../unit/upload/sample-pdf.ts";
import { countClicks } from "./support/clicks.ts";
import { type DemoSeller, member, seller } from "./support/demo-people.ts";
import { expect, test } from "./support/fixtures.ts";
import { answerOwnClaim, openOwnClaim } from "./support/own-claim.ts";
import { signIn } from "./support/sign-in.ts";

/**
 * Presses of the mouse from the inbox to the answer sent, counted in the page. What is typed or chosen with the
 * keyboard is none, and the window in which a file is picked is the system's own.
 */
const SLUG = "maison-lumen";
const DAY_MS = 86_400_000;
const SEND = { name: "Envoyer la réponse" };

let shop: DemoSeller;
test.beforeEach(async ({ page, demo }) => {
  shop = seller(demo, SLUG);
  await countClicks(page);
  await signIn(page, member(demo, SLUG, "agent"));
});

test("a return in two", async ({ page, request }) => {
  const claim = await openOwnClaim(request, shop, { situation: "no_longer_wanted", order: deliveredLately() });
  const clicks = await openFromInbox(page, claim.orderNumber);
  await page.getByRole("button", SEND).click();
  await expect(page).toHaveURL(/envoyee=/);
  expect(await clicks()).toBe(2);
});

test("a damaged product, answered by another solution, in at most four", async ({ page, request }) => {
  const claim = await openOwnClaim(request, shop, { situation: "damaged", order: deliveredLately() });
  const clicks = await openFromInbox(page, claim.orderNumber);
  await page.getByText("Rembourser sans retour", { exact: true }).click();
  await page.getByRole("button", SEND).click();
  await expect(page).toHaveURL(/envoyee=/);
  expect(await clicks()).toBeLessThanOrEqual(4);
});

test("an invoice in two", async ({ page, request }) => {
  const claim = await openOwnClaim(request, shop, { situation: "invoice_request" });
  const clicks = await openFromInbox(page, claim.orderNumber);
  await page.getByRole("button", { name: "Générer la facture et l’envoyer" }).click();
  await expect(page).toHaveURL(/envoyee=/);
  expect(await clicks()).toBe(2);
});

test("a parcel with its proof in three, its facts told with the keyboard", async ({ page, request }) => {
  const claim = await openOwnClaim(request, shop);
  const clicks = await openFromInbox(page, claim.orderNumber);
  const step = page.getByRole("region", { name: "La preuve de livraison" });
  await step.getByLabel("Nature de la pièce").focus();
  await step.getByLabel("Nature de la pièce").selectOption("signed_slip");
  await step.getByLabel("Reçu par").fill("Mme Moreau");
  await step.getByLabel("Code postal").fill("69003");
  const picked = page.waitForEvent("filechooser");
  await step.getByText("choisissez-les", { exact: false }).click();
  const proof = { name: "bordereau.pdf", mimeType: "application/pdf", buffer: Buffer.from(await samplePdf()) };
  await (await picked).setFiles(proof);
  const attached = page.getByRole("group", { name: "Pièces jointes" });
  await expect(attached.getByRole("checkbox", { name: /bordereau\.pdf/ })).toBeChecked({ timeout: 60_000 });
  await page.getByRole("button", SEND).click();
  await expect(page).toHaveURL(/envoyee=/);
  expect(await clicks()).toBe(3);
});

test("a refund noted as done in three", async ({ page, request }) => {
  const claim = await openOwnClaim(request, shop);
  const refundOn = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Paris" });
  const money = { amountCents: 5_000, refundOn, refundMethod: "original_payment" };
  await answerOwnClaim(request, shop, claim, { solution: "refund", message: "Nous vous remboursons.", ...money });
  const clicks = await inbox(page, claim.orderNumber);
  await page.getByRole("link", { name: /^Promesses dues/ }).click();
  await page.getByRole("link", { name: /^Remboursement · 50,00/ }).click();
  const promises = page.getByRole("region", { name: "Engagements" });
  await expect(promises.getByLabel("Référence")).toBeFocused();
  await page.keyboard.type("VIR-2026-12");
  await promises.getByRole("button", { name: "Enregistrer" }).click();
  await expect(promises.getByText("Fait", { exact: true })).toBeVisible();
  expect(await clicks()).toBe(3);
});

/** Sent and delivered lately, so that the customer may still withdraw. */
function deliveredLately() {
  const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString();
  const parcel = { carrier: "Colissimo", trackingNumber: "6A15602676300" };
  return { placedAt: daysAgo(6), parcels: [{ ...parcel, shippedAt: daysAgo(5), deliveredAt: daysAgo(2) }] };
}

/** The inbox as it stands, searched by its address; counting starts there. */
async function inbox(page: Page, orderNumber: string): Promise<() => Promise<number>> {
  await page.goto(`/reclamations?q=${orderNumber}`);
  return await countClicks(page);
}

async function openFromInbox(page: Page, orderNumber: string): Promise<() => Promise<number>> {
  const clicks = await inbox(page, orderNumber);
  await expect(page.getByRole("row")).toHaveCount(2);
  await page.locator("tbody a").first().click();
  return clicks;
}
