import type { Page } from "@playwright/test";
import { samplePdf } from "../unit/upload/sample-pdf.ts";
import { type DemoSeller, member, seller } from "./support/demo-people.ts";
import { expect, test } from "./support/fixtures.ts";
import { openOwnClaim } from "./support/own-claim.ts";
import { signIn } from "./support/sign-in.ts";

const SLUG = "maison-lumen";
const DAY_MS = 86_400_000;

/** The inbox with one order's claims; each click from here on is counted by hand in the test's title. */
async function inboxWith(page: Page, orderNumber: string): Promise<void> {
  await page.goto(`/reclamations?q=${orderNumber}`);
  await expect(page.getByRole("row")).toHaveCount(2);
}

const openFirst = (page: Page) => page.locator("tbody a").first().click();
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString();

/** An order sent and delivered lately, so that the customer may still withdraw. */
function deliveredLately() {
  const parcel = { carrier: "Colissimo", trackingNumber: "6A15602676300" };
  return { placedAt: daysAgo(6), parcels: [{ ...parcel, shippedAt: daysAgo(5), deliveredAt: daysAgo(2) }] };
}

async function expectSent(page: Page): Promise<void> {
  await expect(page).toHaveURL(/envoyee=/);
  await expect(page.getByText("Réponse envoyée")).toBeVisible();
}

test.describe("a seller answers", () => {
  let shop: DemoSeller;

  test.beforeEach(async ({ page, demo }) => {
    shop = seller(demo, SLUG);
    await signIn(page, member(demo, SLUG, "agent"));
  });

  test("a withdrawal in two clicks, takes it back, and finds it as it was written", async ({ page, request }) => {
    const claim = await openOwnClaim(request, shop, { situation: "no_longer_wanted", order: deliveredLately() });
    await inboxWith(page, claim.orderNumber);
    await openFirst(page);
    await page.getByRole("button", { name: "Envoyer la réponse" }).click();
    await expectSent(page);
    await page.getByRole("button", { name: "Annuler l’envoi" }).click();
    await expect(page).toHaveURL(new RegExp(`${claim.id}\\?reprise`));
    await expect(page.getByText("L’envoi est annulé")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Réponse au client" })).toBeVisible();
  });

  test("a lost parcel with its proof in three clicks", async ({ page, request }) => {
    const claim = await openOwnClaim(request, shop);
    await inboxWith(page, claim.orderNumber);
    await openFirst(page);
    const step = page.getByRole("region", { name: "La preuve de livraison" });
    await step.getByLabel("Nature de la pièce").selectOption("signed_slip");
    await step.getByLabel("Reçu par").fill("Mme Moreau");
    await step.getByLabel("Code postal").fill("69003");
    await step
      .getByLabel("Déposez vos fichiers ici, ou choisissez-les.")
      .setInputFiles({ name: "bordereau.pdf", mimeType: "application/pdf", buffer: Buffer.from(await samplePdf()) });
    const attached = page.getByRole("group", { name: "Pièces jointes" });
    await expect(attached.getByText("Preuve solide")).toBeVisible({ timeout: 30_000 });
    await expect(attached.getByRole("checkbox", { name: /bordereau\.pdf/ })).toBeChecked({ timeout: 30_000 });
    await expect(page.getByText("Réponse complète", { exact: false }).last()).toBeVisible();
    await page.getByRole("button", { name: "Envoyer la réponse" }).click();
    await expectSent(page);
    await page.goto(`/reclamations/${claim.id}`);
    await expect(page.getByText("2 délais terminés")).toBeVisible();
    await expect(page.getByText("Envoyé au client le", { exact: false })).toBeVisible();
  });

  test("a damaged product by another solution in four clicks", async ({ page, request }) => {
    const claim = await openOwnClaim(request, shop, { situation: "damaged", order: deliveredLately() });
    await inboxWith(page, claim.orderNumber);
    await openFirst(page);
    await page.getByText("Rembourser sans retour", { exact: true }).click();
    await page.getByRole("button", { name: "Envoyer la réponse" }).click();
    await expectSent(page);
    await page.goto(`/reclamations/${claim.id}`);
    await expect(page.getByText("Attend l’accord du client")).toBeVisible();
  });

  test("an invoice request in two clicks: the invoice is issued and goes with the answer", async ({
    page,
    request,
  }) => {
    const claim = await openOwnClaim(request, shop, { situation: "invoice_request" });
    await inboxWith(page, claim.orderNumber);
    await openFirst(page);
    await page.getByRole("button", { name: "Générer la facture et l’envoyer" }).click();
    await expectSent(page);
    await page.goto(`/reclamations/${claim.id}`);
    const link = page.getByRole("region", { name: "Documents" }).getByRole("link", { name: /^Facture / });
    const pdf = await page.request.get((await link.getAttribute("href")) ?? "");
    expect(pdf.headers()["content-type"]).toBe("application/pdf");
    expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
  });
});
