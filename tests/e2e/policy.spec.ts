import { expect, test } from "./support/fixtures.ts";
import { signIn } from "./support/sign-in.ts";

const DRAFT = "/conformite/politique/brouillon";

test("one admin drafts the rules, another publishes them, and nobody their own", async ({
  page,
  demo,
  openContext,
}) => {
  const [first, second] = demo.admins;
  if (!first || !second) throw new Error("The demo has two admins");
  await signIn(page, first, DRAFT);
  await page.getByLabel("À compter du").fill("2026-01-02");
  await page.getByLabel("Pourquoi ce changement").fill("Répondre plus vite.");
  await page.getByLabel("Durée").first().fill("1");
  await page.getByRole("button", { name: "Enregistrer et voir l’effet" }).click();
  await expect(
    page.getByRole("link", { name: /À compter du – Une version commence au plus tôt demain/ }),
  ).toBeVisible();
  await expect(page.getByLabel("Pourquoi ce changement")).toHaveValue("Répondre plus vite.");
  await page.getByLabel("À compter du").fill("2098-01-01");
  await page.getByRole("button", { name: "Enregistrer et voir l’effet" }).click();
  await expect(page.getByText("Réponse au client : 2 jours ouvrés deviennent 1 jour ouvré.")).toBeVisible();
  await expect(page.getByText("Answer to the customer: 2 working days become 1 working day.")).toBeVisible();
  await expect(page.getByText(/échéances changeraient de date, sur .* délais ouverts/)).toBeVisible();
  await expect(page.getByRole("button", { name: /Publier/ })).toHaveCount(0);

  const other = await (await openContext()).newPage();
  await signIn(other, second, DRAFT);
  await other.getByRole("button", { name: "Publier la version 2" }).click();
  await expect(other.getByRole("heading", { level: 1, name: "Version 2" })).toBeVisible();
  await other.goto("/conformite/politique");
  await expect(other.getByRole("row", { name: /^2 / }).getByText("À venir")).toBeVisible();
  await expect(other.getByRole("row", { name: /^1 / }).getByText("En vigueur")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an admin sees the product as a seller does, and that seller reads it", async ({ page, demo }) => {
    await signIn(page, demo.admin, "/vendeurs");
    await page.getByRole("link", { name: "Péi Audio" }).click();
    await page.getByLabel("Pourquoi").fill("Question au téléphone");
    await page.getByRole("button", { name: "Voir ses pages" }).click();
    await expect(page.getByText("Vous voyez les pages de Péi Audio, en lecture seule")).toBeVisible();
    await expect(page.getByRole("link", { name: "Saisir une réclamation" })).toHaveCount(0);
    await page.goto("/reglages/membres");
    await expect(page.locator("#consultations")).toContainText("Question au téléphone");
    await page.getByRole("button", { name: "Revenir à l’opérateur" }).click();
    await expect(page).toHaveURL(/\/vendeurs\//);
  });

  test("a customer with an open claim is not erased, and the page says why", async ({ page, demo }) => {
    await signIn(page, demo.admin, "/donnees-personnelles");
    await page.getByLabel("Numéro de commande").fill("AB-26015");
    await page.getByRole("button", { name: "Chercher" }).click();
    await expect(page.getByText(/ouvertes?\s: le vendeur doit encore répondre de ses obligations/)).toBeVisible();
    await expect(page.getByRole("button", { name: /Effacer/ })).toHaveCount(0);
  });
});
