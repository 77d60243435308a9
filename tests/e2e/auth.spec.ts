import { member } from "./support/demo-people.ts";
import { expect, test } from "./support/fixtures.ts";
import { fillSignIn, signIn } from "./support/sign-in.ts";

const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

test("every seller arrives at its claims", async ({ demo, openContext }) => {
  for (const seller of demo.sellers) {
    const page = await (await openContext()).newPage();
    await signIn(page, seller);
    await expect(page).toHaveURL(/\/reclamations$/);
    await expect(page.getByRole("heading", { level: 1, name: "Réclamations" })).toBeVisible();
  }
});

test("an admin and an auditor arrive at the figures", async ({ demo, openContext }) => {
  for (const login of [demo.admin, demo.auditor]) {
    const page = await (await openContext()).newPage();
    await signIn(page, login);
    await expect(page).toHaveURL(/\/conformite$/);
    await expect(page.getByRole("heading", { level: 1, name: "Conformité" })).toBeVisible();
  }
});

test("a wrong password is told in words, and the address stays in the form", async ({ page }) => {
  await page.goto("/connexion");
  await fillSignIn(page, { email: "personne@nulle-part.example", password: "pas le bon mot de passe" });
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    "Cette adresse et ce mot de passe ne vont pas ensemble.",
  );
  await expect(page.getByLabel("Adresse e-mail")).toHaveValue("personne@nulle-part.example");
});

test("after too many wrong passwords the right one has to wait too", async ({ page, demo }) => {
  const viewer = member(demo, "pei-audio", "viewer");
  const refusal = page.getByRole("main").getByRole("alert");
  await page.goto("/connexion");
  await expect(async () => {
    await fillSignIn(page, { ...viewer, password: "pas le bon mot de passe" });
    await expect(refusal).toContainText("Trop d’essais", { timeout: 1_500 });
  }).toPass();
  await page.goto("/connexion");
  await fillSignIn(page, viewer);
  await expect(refusal).toContainText("Trop d’essais. Patientez quelques minutes");
});

test("signing out says so, and the browser knows nobody any more", async ({ page, demo }) => {
  await signIn(page, member(demo, "atelier-brindille", "owner"));
  await page.getByRole("banner").locator("summary").last().click();
  await page.getByRole("button", { name: "Se déconnecter" }).click();
  await expect(page.getByText("Vous êtes déconnecté.")).toBeVisible();
  await page.goto("/reclamations");
  await expect(page).toHaveURL(/\/connexion\?suite=%2Freclamations$/);
});

test("a page asked for before signing in is reached after it", async ({ page, demo }) => {
  await page.goto("/compte");
  await expect(page).toHaveURL(/\/connexion\?suite=%2Fcompte$/);
  await fillSignIn(page, member(demo, "maison-lumen", "owner"));
  await expect(page).toHaveURL(/\/compte$/);
  await expect(page.getByRole("heading", { level: 1, name: "Mon compte" })).toBeVisible();
});

test("the language changes on the page one is on, and back", async ({ page }) => {
  await page.goto("/connexion");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page).toHaveURL(/\/connexion/);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  await page.getByRole("button", { name: "Français" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await expect(page.getByRole("button", { name: "Se connecter" })).toBeVisible();
});

test("a session opened elsewhere is listed and can be closed", async ({ page, demo, openContext }) => {
  const agent = member(demo, "pei-audio", "agent");
  const elsewhere = await (await openContext({ userAgent: FIREFOX })).newPage();
  await signIn(elsewhere, agent);
  await signIn(page, agent, "/compte");
  const sessions = page.getByRole("table", { name: "Liste des sessions" });
  await expect(sessions.getByText("Cette session")).toHaveCount(1);
  const others = sessions.getByRole("button", { name: "Fermer la session Firefox sur Windows" });
  const before = await others.count();
  expect(before).toBeGreaterThan(0);
  await others.first().click();
  await expect(others).toHaveCount(before - 1);
  await elsewhere.goto("/reclamations");
  await expect(elsewhere).toHaveURL(/\/connexion\?suite=/);
});
