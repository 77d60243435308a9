import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { customerCase, type Product, product } from "./support/customer-case";
import { expect, test } from "./support/fixtures";
import { signIn } from "./support/sign-in";

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

async function newOrder(its: Product) {
  const seller = await its.makeSeller();
  return { seller, ...(await its.makeOrder(seller)) };
}

/** Claims of an order, once the worker has matched what was sent. */
async function claimsOf(its: Product, order: Awaited<ReturnType<typeof newOrder>>) {
  const [{ claims }, { eq }] = await Promise.all([import("@/db/schema/claims"), import("drizzle-orm")]);
  return its.withScope(order.seller.job, (tx) =>
    tx
      .select({ situation: claims.situation, statementSentAt: claims.statementSentAt, openedAt: claims.openedAt })
      .from(claims)
      .where(eq(claims.orderId, order.id)),
  );
}

for (const javaScriptEnabled of [false, true]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a refused form keeps what was typed, and a corrected one opens a claim from its first instant", async ({
      page,
    }) => {
      const its = await product();
      const order = await newOrder(its);
      await page.goto("/reclamation");
      await page.getByLabel("Le produit est arrivé abîmé").check();
      await page.getByLabel("Numéro de commande").fill(order.number);
      await page.getByLabel("Avec mon nom et mon code postal").check();
      await page.getByLabel("Nom du destinataire").fill("MOREAU");
      await page.getByLabel("Expliquez avec vos mots").fill("Le pied de la lampe est cassé.");
      await page.getByRole("button", { name: "Envoyer ma réclamation" }).click();
      await expect(page.getByRole("alert").first()).toContainText("Code postal de livraison");
      const refusedAt = its.toInstant(new Date());
      await expect(page.getByLabel("Le produit est arrivé abîmé")).toBeChecked();
      await expect(page.getByLabel("Expliquez avec vos mots")).toHaveValue("Le pied de la lampe est cassé.");
      await page.getByLabel("Code postal de livraison").fill("69 003");
      await page.getByRole("button", { name: "Envoyer ma réclamation" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Votre réclamation est enregistrée");
      await expect.poll(async () => (await claimsOf(its, order)).length, { timeout: 20_000 }).toBe(1);
      const [claim] = await claimsOf(its, order);
      expect(claim).toMatchObject({ situation: "damaged" });
      expect(claim && claim.statementSentAt < refusedAt).toBe(true);
    });

    test("a withdrawal takes two steps, and its acknowledgement repeats what was typed", async ({ page, request }) => {
      const its = await product();
      const order = await newOrder(its);
      await page.goto(`/retractation?commande=${order.number}`);
      await page.getByRole("button", { name: "Renoncer au contrat ici" }).click();
      await expect(page.getByRole("alert").first()).toContainText("Votre nom");
      await page.getByLabel("Votre nom").fill("Jeanne Moreau");
      await page.getByLabel("Adresse e-mail pour l’accusé de réception").fill("jeanne@example.org");
      await page.getByLabel("Articles concernés").fill("Une lampe sur deux");
      await page.getByRole("button", { name: "Renoncer au contrat ici" }).click();
      await expect(page.getByText("Je vous notifie par la présente ma rétractation")).toBeVisible();
      expect(await claimsOf(its, order)).toEqual([]);
      await page.getByRole("button", { name: "Corriger" }).click();
      await expect(page.getByLabel("Articles concernés")).toHaveValue("Une lampe sur deux");
      await page.getByRole("button", { name: "Renoncer au contrat ici" }).click();
      await page.getByRole("button", { name: "Confirmer la rétractation" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Votre rétractation est enregistrée");
      await expect(page.getByRole("main")).toContainText("Une lampe sur deux");
      const file = await page.getByRole("link", { name: /Télécharger l’accusé/ }).getAttribute("href");
      const pdf = await request.get(file ?? "");
      expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
      await expect.poll(async () => (await claimsOf(its, order)).length, { timeout: 20_000 }).toBe(1);
      expect((await claimsOf(its, order))[0]).toMatchObject({ situation: "no_longer_wanted" });
    });
  });
}

test("the words are the same for an order that does not exist, and the operator gives it one", async ({
  page,
  demo,
}) => {
  const its = await product();
  const order = await newOrder(its);
  const typed = `${order.number}X`;
  await page.goto("/reclamation");
  await expectAccessible(page);
  await page.getByLabel("Il manque un article").check();
  await page.getByLabel("Numéro de commande").fill(typed);
  await page.getByLabel("Adresse e-mail donnée à la commande").fill("jeanne@example.org");
  await page.getByLabel("Expliquez avec vos mots").fill("Une lampe sur deux manque. Carte 4970 1000 0000 0055.");
  await page.getByRole("button", { name: "Envoyer ma réclamation" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Votre réclamation est enregistrée");
  await expect(page.getByText("Rien reçu")).toBeVisible();
  await expectAccessible(page);

  await signIn(page, demo.admin);
  await page.goto("/a-rattacher");
  await expectAccessible(page);
  const waiting = page.getByRole("main").getByRole("listitem").filter({ hasText: typed });
  await expect(waiting).toContainText("n° de carte masqué");
  await waiting.getByLabel("Numéro tapé").fill(order.number);
  await waiting.getByRole("button", { name: "Chercher" }).click();
  await waiting.getByLabel(new RegExp(order.number)).check();
  await waiting.getByRole("button", { name: "Rattacher et ouvrir la réclamation" }).click();
  await expect(page.getByText(/Rattaché/)).toBeVisible();
  expect(await claimsOf(its, order)).toMatchObject([{ situation: "missing_item" }]);
});

test("every public page of the customer can be read by everyone", async ({ page }) => {
  for (const address of ["/retractation", "/lien-perdu", "/reclamation"]) {
    await page.goto(address);
    await expectAccessible(page);
  }
});

test.describe("without JavaScript, on a phone", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });

  test("a customer's page weighs less than 60 kB", async ({ page }) => {
    const { path } = await customerCase({ situation: "damaged" });
    const network = await page.context().newCDPSession(page);
    await network.send("Network.enable");
    let bytes = 0;
    network.on("Network.loadingFinished", ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(path, { waitUntil: "networkidle" });
    expect(bytes).toBeLessThan(60_000);
  });
});
