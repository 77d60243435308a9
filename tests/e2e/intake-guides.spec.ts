import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { customerCase } from "./support/customer-case";
import { expect, test } from "./support/fixtures";

const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

async function answersOf({ its, seller, claimId }: Awaited<ReturnType<typeof customerCase>>) {
  const [{ intakeAnswers }, { asc, eq }] = await Promise.all([
    import("@/db/schema/intake-answers"),
    import("drizzle-orm"),
  ]);
  const rows = await its.withScope(seller.job, (tx) =>
    tx
      .select({ question: intakeAnswers.question, version: intakeAnswers.version, answer: intakeAnswers.answer })
      .from(intakeAnswers)
      .where(eq(intakeAnswers.claimId, claimId))
      .orderBy(asc(intakeAnswers.question), asc(intakeAnswers.version)),
  );
  return rows.map(({ question, version, answer }) => `${question} ${version} ${answer.said}`);
}

for (const javaScriptEnabled of [false, true]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("the customer answers some questions on the link, skips others, and finds them again", async ({ page }) => {
      const made = await customerCase({ situation: "damaged" });
      await page.goto(made.path);
      await page.getByRole("link", { name: "Donner des précisions" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Qu’est-ce qui ne va pas ?");
      await page.getByRole("button", { name: "Enregistrer et continuer" }).click();
      await expect(page.getByRole("alert").first()).toContainText("Ce que vous constatez");
      await page.getByLabel("Ce que vous constatez").fill("<script>alert(1)</script> Le pied est fendu.");
      await page.getByRole("button", { name: "Enregistrer et continuer" }).click();

      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Une photo du produit");
      const photo = { name: "pied.png", mimeType: "image/png", buffer: Buffer.from(PIXEL, "base64") };
      await page.getByLabel(javaScriptEnabled ? /Déposez vos fichiers/ : "Ajouter des fichiers").setInputFiles(photo);
      if (!javaScriptEnabled) await page.getByRole("button", { name: "Envoyer les fichiers" }).click();
      await expect(page.locator("main")).toContainText("pied.png");
      await expect(page.locator("main")).toContainText(/Reçu|vérification|Vérifié/);
      await page.getByRole("link", { name: "Continuer", exact: true }).click();

      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Que souhaitez-vous ?");
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel("Une réparation").check();
      await page.getByRole("button", { name: "Enregistrer et continuer" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Depuis quand ?");
      await page.getByRole("link", { name: "Passer cette question" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Quel élément est concerné ?");
      await page.getByRole("link", { name: "Terminer" }).click();
      await expect(page.getByText("<script>alert(1)</script> Le pied est fendu.")).toBeVisible();
      await expect(page.getByRole("link", { name: "Continuer", exact: true })).toBeVisible();
      expect(await answersOf(made)).toEqual(["fault 1 <script>alert(1)</script> Le pied est fendu.", "wish 1 repair"]);
    });

    test("after the public form the same questions are asked, and a stranger learns nothing", async ({ page }) => {
      await page.goto("/reclamation");
      await page.getByLabel("Le produit est arrivé abîmé").check();
      await page.getByLabel("Numéro de commande").fill("INTROUVABLE-77");
      await page.getByLabel("Avec mon nom et mon code postal").check();
      await page.getByLabel("Nom du destinataire").fill("MOREAU");
      await page.getByLabel("Code postal de livraison").fill("69003");
      await page.getByLabel("Expliquez avec vos mots").fill("Le pied de la lampe est cassé.");
      await page.getByRole("button", { name: "Envoyer ma réclamation" }).click();
      await page.getByRole("link", { name: "Donner des précisions" }).click();
      await page.getByLabel("Ce que vous constatez").fill("Le pied est fendu.");
      await page.getByRole("button", { name: "Enregistrer et continuer" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Que souhaitez-vous ?");
      await page.getByRole("link", { name: "Terminer" }).click();
      await expect(page.getByText("Merci, vos précisions sont enregistrées")).toBeVisible();
    });
  });
}

test.describe("addresses made up", () => {
  test.use({ expectedErrors: [/404/] });

  test("a withdrawal, a forged question and a forged ticket are asked nothing", async ({ page }) => {
    const { path, claimId } = await customerCase({ situation: "no_longer_wanted" });
    await page.goto(path);
    await expect(page.getByRole("link", { name: "Donner des précisions" })).toHaveCount(0);
    for (const address of [
      `${path}/precisions/${claimId}/souhait`,
      `${path}/precisions/${claimId}/%3Cscript%3E`,
      `/reclamation/precisions/${"A".repeat(46)}/souhait`,
      "/situations/inconnue",
    ]) {
      expect((await page.goto(address))?.status()).toBe(404);
    }
  });
});

test("the table has its three columns and leads to guides anyone can read", async ({ page }) => {
  await page.goto("/situations");
  await expect(page.getByRole("columnheader")).toHaveText(["Situation client", "Quand ?", "Bonnes pratiques"]);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Le guide de la livraison" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Le client n’a pas reçu son colis");
  await expect(page.locator("#delais")).toContainText("2 jours ouvrés");
  await expect(page.locator("#exemples")).toContainText("mardi 12 mai 2026");
  await expectAccessible(page);
  await page.goto("/situations/facture");
  await expect(page.getByRole("link", { name: /Fiche F31808/ })).toBeVisible();
});
