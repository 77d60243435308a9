import { customerCase } from "./support/customer-case";
import { expect, test } from "./support/fixtures";
import { signIn } from "./support/sign-in";

/** A claim whose seller asks the customer to make a withdrawal of it. */
async function askedCase(audience: "mailed" | "api" = "mailed") {
  const made = await customerCase({ situation: "damaged", audience });
  const { requalifyClaim } = await import("@/db/commands/requalify-claim");
  const question = { claimId: made.claimId, to: "no_longer_wanted", reason: "La lampe est intacte." } as const;
  const asked = await requalifyClaim(made.seller.scope, question, made.its.fromEpochMs(Date.now()));
  if (!asked.ok) throw new Error(asked.reason);
  return made;
}

for (const javaScriptEnabled of [false, true]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a customer agrees that the claim is a withdrawal, or does not", async ({ page }) => {
      const { path } = await askedCase();
      await page.goto(path);
      await expect(page.getByText("La lampe est intacte.")).toBeVisible();
      await page.getByRole("button", { name: "Oui, je suis d’accord" }).click();
      await expect(page.getByRole("heading", { level: 2, name: "Vous avez changé d’avis" })).toBeVisible();
      await expect(page.getByText(/vous avez accepté que/)).toBeVisible();
      const other = await askedCase();
      await page.goto(other.path);
      await page.getByRole("button", { name: "Non, je ne suis pas d’accord" }).click();
      await expect(page.getByText("Votre refus est enregistré. Rien ne change.")).toBeVisible();
      await expect(page.getByRole("heading", { level: 2, name: "Votre produit est arrivé abîmé" })).toBeVisible();
    });
  });
}

test("through a link that was not mailed, agreeing takes the six digits", async ({ page }) => {
  const { path } = await askedCase("api");
  await page.goto(path);
  await page.getByRole("button", { name: "Oui, je suis d’accord" }).click();
  await expect(page.getByText(/Le code vient de partir/)).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: "Votre produit est arrivé abîmé" })).toBeVisible();
});

test("the operator joins a claim it is asked to help with, and decides it", async ({ page, demo }) => {
  const { its, seller, claimId, reference, path } = await customerCase({ situation: "damaged" });
  const { escalateClaim } = await import("@/db/commands/claim-life");
  const asked = await escalateClaim(seller.scope, { claimId, message: "Aidez-nous." }, its.fromEpochMs(Date.now()));
  expect(asked.ok).toBe(true);
  await signIn(page, demo.admin);
  await page.goto("/aides-demandees");
  await page
    .getByRole("row", { name: new RegExp(reference) })
    .getByRole("link")
    .click();
  await page.getByRole("radio", { name: /Donner raison au client/ }).check();
  await page.getByLabel("Les raisons").fill("La photo montre la lampe fendue.");
  await page.getByRole("button", { name: "Rendre la décision" }).click();
  await expect(page.getByText("La photo montre la lampe fendue.").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Rendre la décision" })).toHaveCount(0);
  await page.goto(path);
  await expect(page.getByText(/Décision de .+, en faveur du client/)).toBeVisible();
});
