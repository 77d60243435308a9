import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { customerCase } from "./support/customer-case";
import { expect, test } from "./support/fixtures";

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

for (const javaScriptEnabled of [false, true]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("the holder of the link withdraws from a part, in two steps, and keeps the PDF", async ({ page, request }) => {
      const { path } = await customerCase({ situation: "parcel_not_received", delivered: false });
      await page.goto(path);
      await page.getByRole("link", { name: "Renoncer au contrat ici" }).click();
      await expect(page.getByLabel("Votre nom")).toHaveValue("Jeanne Moreau");
      // The checker itself is a script.
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel(/^Quantité/).selectOption("0");
      await page.getByRole("button", { name: "Renoncer au contrat ici" }).click();
      await expect(page.getByRole("alert").first()).toContainText("Choisissez au moins un article");
      await page.getByLabel(/^Quantité/).selectOption("1");
      await page.getByRole("button", { name: "Renoncer au contrat ici" }).click();
      await expect(page.getByText("Je vous notifie par la présente ma rétractation")).toContainText(
        "1 × Lampe de bureau",
      );
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole("button", { name: "Confirmer la rétractation" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Votre rétractation est enregistrée");
      const file = await page.getByRole("link", { name: /Télécharger l’accusé/ }).getAttribute("href");
      const pdf = await request.get(file ?? "");
      expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
      await expect
        .poll(
          async () => {
            await page.goto(path);
            return page.getByRole("heading", { level: 2, name: /changé d’avis/ }).count();
          },
          { timeout: 20_000 },
        )
        .toBeGreaterThan(0);
    });

    test("the code of a letter opens the page, a wrong one opens nothing", async ({ page }) => {
      const { its, link, path } = await customerCase({ situation: "damaged", audience: "letter" });
      const code = await its.letterOf(link);
      await page.goto("/lettre");
      await page.getByLabel("Code de la lettre").fill("0000-0000-0000");
      await page.getByRole("button", { name: "Ouvrir mon suivi" }).click();
      await expect(page.getByRole("alert").first()).toContainText("Ce code n’ouvre rien");
      await page.getByLabel("Code de la lettre").fill(code.toLowerCase());
      await page.getByRole("button", { name: "Ouvrir mon suivi" }).click();
      await expect(page).toHaveURL(new RegExp(path));
    });
  });
}

test("what the mails and pages of a customer lead to exists and is accessible", async ({ page }) => {
  for (const path of ["/lettre", "/accessibilite", "/confidentialite", "/mentions-legales"]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(200);
    await expectAccessible(page);
  }
});
