import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "./support/fixtures.ts";
import { signIn } from "./support/sign-in.ts";

/** One of them, whatever the demo's chance has given: a rate, beside its sample. */
async function expectRate(page: Page) {
  const figures = page.getByRole("region", { name: "Chiffres de la période" });
  await expect(figures).toContainText(/\d+(,\d+)?\s%/);
  await expect(figures).toContainText(/sur \d+ délais? échus?/);
}

test("the admin reads the rate, for all and for one seller", async ({ page, demo }) => {
  await signIn(page, demo.admin);
  await expectRate(page);
  await page.getByLabel("Vendeur", { exact: true }).selectOption("Maison Lumen");
  await page.getByRole("button", { name: "Afficher" }).click();
  await expect(page).toHaveURL(/[?&]vendeur=[0-9a-f-]{36}/);
  await expectRate(page);
  const bySeller = page.getByRole("table", { name: "Par vendeur" });
  await expect(bySeller.getByRole("rowheader")).toHaveText(["Maison Lumen"]);
});

test("behind a figure are its claims, and behind a claim its dossier", async ({ page, demo }) => {
  await signIn(page, demo.admin);
  await page.getByRole("table", { name: "Par vendeur" }).getByRole("link", { name: "Maison Lumen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Délais derrière les chiffres" })).toBeVisible();
  const claim = page.getByRole("table").getByRole("rowheader").getByRole("link").first();
  const reference = (await claim.textContent()) ?? "";
  await claim.click();
  await expect(page.getByText(`${reference} · Maison Lumen`)).toBeVisible();
  const journal = page.getByRole("table", { name: "Actes de la réclamation" });
  await expect(journal.getByRole("rowheader", { name: "Réclamation ouverte" })).toBeVisible();
});

test("an auditor finds nothing to write with", async ({ page, demo }) => {
  await signIn(page, demo.auditor);
  const main = page.getByRole("main");
  const notice = main.getByText("Votre rôle d’auditeur permet de tout lire, rien de modifier.");
  await expect(notice).toBeVisible();
  await page.goto("/vendeurs");
  await expect(notice).toBeVisible();
  await expect(main.getByRole("link", { name: "Créer un vendeur" })).toHaveCount(0);
  await page.goto("/place-de-marche");
  await expect(notice).toBeVisible();
  await expect(main.getByLabel("Dénomination sociale")).toBeDisabled();
  await expect(main.getByRole("button")).toHaveCount(0);
});

test.describe("an auditor who guesses the address", () => {
  test.use({ expectedErrors: [/the server responded with a status of 404/] });

  test("does not find the form that creates a seller", async ({ page, demo }) => {
    await signIn(page, demo.auditor);
    const response = await page.goto("/vendeurs/nouveau");
    expect(response?.status()).toBe(404);
  });
});

test("a new seller's owner is invited, and the invitation opens", async ({ page, demo, openContext }) => {
  const mark = randomUUID().slice(0, 8);
  await signIn(page, demo.admin, "/vendeurs");
  await page.getByRole("main").getByRole("link", { name: "Créer un vendeur" }).first().click();
  await page.getByLabel("Nom", { exact: true }).fill(`Essai ${mark}`);
  await page.getByLabel("Identifiant").fill(`essai-${mark}`);
  await page.getByLabel("E-mail du premier propriétaire").fill(`${mark}@essai.example`);
  await page.getByRole("button", { name: "Créer et inviter" }).click();
  const invitation = page.getByText(/\/invitation\//);
  await expect(page.getByText(`Transmettez vous-même ce lien à ${mark}@essai.example`)).toBeVisible();
  const address = (await invitation.textContent()) ?? "";
  const invited = await (await openContext()).newPage();
  await invited.goto(new URL(address).pathname);
  await expect(invited.getByRole("heading", { level: 1, name: `Rejoindre Essai ${mark}` })).toBeVisible();
  await page.goto(`/vendeurs?q=essai-${mark}`);
  await expect(page.getByRole("row").filter({ hasText: `essai-${mark}` })).toContainText("Invité");
});

test("the marketplace's address is changed, and put back", async ({ page, demo }) => {
  await signIn(page, demo.admin, "/place-de-marche");
  const address = page.getByLabel("Adresse postale", { exact: true }).first();
  const save = page.getByRole("button", { name: "Enregistrer" }).first();
  const before = await address.inputValue();
  const after = `${before}\nBâtiment ${randomUUID().slice(0, 4)}`;
  for (const value of [after, before]) {
    await address.fill(value);
    await save.click();
    await expect(page.getByText("C’est enregistré.").first()).toBeVisible();
    await page.reload();
    await expect(address).toHaveValue(value);
  }
});
