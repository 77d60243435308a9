import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { type Answer, customerCase, dayFromToday } from "./support/customer-case";
import { expect, test } from "./support/fixtures";

const REFUND: Answer = {
  solution: "refund",
  message: "Nous sommes désolés.",
  amountCents: 10470,
  refundOn: dayFromToday(4),
  refundMethod: "original_payment",
};
const DELIVERED: Answer = {
  solution: "confirm_delivery",
  message: "Le transporteur nous a répondu.",
  carrier: "Colissimo",
  trackingNumber: "6A15602676300",
  deliveredAt: "2026-11-02T13:00:00Z",
  proofFollowsOn: dayFromToday(2),
};
const MISSING: Answer = {
  solution: "ship_missing_item",
  message: "Nous envoyons la lampe manquante.",
  expectedOn: dayFromToday(4),
  carrier: "Colissimo",
  trackingNumber: "6A15602676301",
  trackingUrl: "https://www.laposte.fr/outils/suivre-vos-envois?code=6A15602676301",
  alsoOffered: ["refund"],
};

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

for (const javaScriptEnabled of [false, true]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a customer reads the answer and accepts the refund", async ({ page }) => {
      const { path } = await customerCase({ situation: "parcel_not_received", answer: REFUND, delivered: false });
      await page.goto(path);
      await expect(page.getByText("vous propose une solution")).toBeVisible();
      await expect(page.getByText("Montant remboursé, livraison comprise")).toBeVisible();
      await page.getByRole("button", { name: "Oui, j’accepte" }).click();
      await expect(page.getByText("Votre accord est enregistré.")).toBeVisible();
      await expect(page.getByText("doit maintenant faire ce qui a été promis")).toBeVisible();
      await expect(page.getByText(/^Vous avez accepté le /)).toBeVisible();
      await expect(page.getByRole("button", { name: "Oui, j’accepte" })).toHaveCount(0);
    });

    test("an empty message is refused, a real one is kept with its photo", async ({ page }) => {
      const { path } = await customerCase({ situation: "damaged" });
      await page.goto(path);
      await page.getByRole("button", { name: "Envoyer le message" }).click();
      await expect(page.getByRole("alert").first()).toContainText("Ce champ est à remplir");
      await page.getByLabel("Votre message").fill("La lampe est fendue.");
      await page.getByRole("button", { name: "Envoyer le message" }).click();
      await expect(page.getByText("Votre message est parti.")).toBeVisible();
      await expect(page.getByRole("list", { name: /Messages et réponses/ })).toContainText("La lampe est fendue.");
      await page.getByRole("link", { name: "Ajouter des photos ou fichiers" }).click();
      const photo = { name: "fente.png", mimeType: "image/png", buffer: Buffer.from(PIXEL, "base64") };
      await page.getByLabel(javaScriptEnabled ? /Déposez vos fichiers/ : "Ajouter des fichiers").setInputFiles(photo);
      if (!javaScriptEnabled) await page.getByRole("button", { name: "Envoyer les fichiers" }).click();
      await expect(page.locator("#documents")).toContainText("fente.png");
      await page.getByRole("link", { name: "Revenir au suivi" }).click();
      await expect(page.locator("#documents")).toContainText("fente.png");
    });

    test("a customer contests the delivery, then has the parcel after all", async ({ page }) => {
      const { path } = await customerCase({ situation: "parcel_not_received", answer: DELIVERED });
      await page.goto(path);
      const said = page.getByRole("link", {
        name: /Le transporteur indique une remise le .+ à .+ Ce n’est pas vous\s\? Dites-le/,
      });
      await expect(said).toBeVisible();
      await expect(page.getByText("Votre colis a été livré")).toHaveCount(0);
      await page.getByLabel("Ce que vous savez").fill("J’étais en voyage ce jour-là.");
      await page.getByRole("button", { name: "Ce n’est pas moi qui l’ai reçu" }).click();
      await expect(page.getByText(/vous contestez la livraison/)).toBeVisible();
      await expect(page.getByText(/Vous avez contesté la livraison le/)).toBeVisible();
      await page.getByText("Vous avez finalement eu votre colis").click();
      await page.getByLabel("J’ai bien eu mon colis le").fill("2026-11-20");
      await page.getByRole("button", { name: "J’ai bien eu mon colis" }).click();
      await expect(
        page.getByText("Vous avez indiqué avoir eu votre colis le vendredi 20 novembre 2026."),
      ).toBeVisible();
    });

    test("a customer chooses a remedy and asks the marketplace for help", async ({ page }) => {
      const { path } = await customerCase({ situation: "missing_item", answer: MISSING });
      await page.goto(path);
      await page.getByLabel("Le retour, avec remboursement").check();
      await page.getByRole("button", { name: "Choisir cette solution" }).click();
      await expect(page.getByText(/^Vous avez choisi le retour, avec remboursement/)).toBeVisible();
      await page.getByText(/^Demander l’aide de/).click();
      await page.getByLabel("Ce que vous attendez").fill("Je voudrais mon remboursement.");
      await page.getByRole("button", { name: "Demander de l’aide" }).click();
      await expect(page.getByText(/examine votre demande/).first()).toBeVisible();
    });
  });
}

test("through a link that was not mailed, a choice takes the six digits that were", async ({ page }) => {
  const made = await customerCase({
    situation: "parcel_not_received",
    answer: REFUND,
    delivered: false,
    audience: "api",
  });
  await page.goto(made.path);
  await page.getByRole("button", { name: "Oui, j’accepte" }).click();
  await expect(page.getByText(/Le code vient de partir/)).toBeVisible();
  await page.getByLabel("Code à six chiffres").first().fill("000000");
  await page.getByRole("button", { name: "Oui, j’accepte" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Ce code n’est pas le bon");
  await page
    .getByLabel("Code à six chiffres")
    .first()
    .fill(await lastCode(made));
  await page.getByRole("button", { name: "Oui, j’accepte" }).click();
  await expect(page.getByText("Votre accord est enregistré.")).toBeVisible();
});

test("an answer is printed as a letter, and noted as read by a button only", async ({ page }) => {
  const { path } = await customerCase({ situation: "parcel_not_received", answer: REFUND, delivered: false });
  await page.goto(path);
  await expectAccessible(page);
  await page.getByRole("button", { name: "J’ai lu cette réponse" }).click();
  await expect(page.getByText(/^Vous avez indiqué l’avoir lue le/)).toBeVisible();
  await page.getByRole("link", { name: "Imprimer cette réponse" }).click();
  await expect(page.getByText(/votre réclamation R-/)).toBeVisible();
  await expect(page.getByRole("article")).toContainText("Jeanne Moreau");
  await expectAccessible(page);
});

test("the page is no one's to keep, and speaks the order's language until another is chosen", async ({ page }) => {
  const { path } = await customerCase({ situation: "broken_down" });
  const answer = await page.goto(path);
  expect(answer?.headers()).toMatchObject({
    "cache-control": expect.stringContaining("no-store"),
    "referrer-policy": "same-origin",
    "x-robots-tag": expect.stringContaining("noindex"),
  });
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("Your product has stopped working");
  await expectAccessible(page);
});

test("a closed claim is reopened", async ({ page }) => {
  const made = await customerCase({ situation: "other", answer: { solution: "answer_other", message: "Voici." } });
  const { closeClaim } = await import("@/db/commands/claim-life");
  const closed = await closeClaim(
    made.seller.scope,
    { claimId: made.claimId, reason: "settled" },
    made.its.toInstant(new Date()),
  );
  expect(closed.ok).toBe(true);
  await page.goto(made.path);
  await expect(page.getByText("Clos. Vous pouvez rouvrir.")).toBeVisible();
  await page.getByText("Rouvrir cette réclamation").click();
  await page.getByLabel("Pourquoi rouvrir").fill("Le problème est revenu.");
  await page.getByRole("button", { name: "Rouvrir" }).click();
  await expect(page.getByText(/^La réclamation est rouverte/)).toBeVisible();
});

test.describe("a link that opens nothing", () => {
  test.use({ expectedErrors: [/404/], javaScriptEnabled: false });

  test("is one page, which offers to send the link again", async ({ page }) => {
    const { path, order } = await customerCase({ situation: "broken_down" });
    const forged = `${path.slice(0, -4)}AAAA`;
    for (const address of [forged, "/suivi/court", `${path}/documents/00000000-0000-7000-8000-000000000000`]) {
      expect((await page.goto(address))?.status()).toBe(404);
    }
    await page.goto(forged);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ce lien ne fonctionne pas");
    await page.getByRole("link", { name: "Recevoir votre lien de suivi" }).click();
    await page.getByLabel("Numéro de commande").fill(order.number);
    await page.getByLabel("Adresse e-mail donnée à la commande").fill("jeanne@example.org");
    await page.getByRole("button", { name: "M’envoyer le lien" }).click();
    await expect(page.getByText(/Si une réclamation existe pour cette commande/)).toBeVisible();
  });
});

/** The digits of the last code of a link, as the mail that carries them writes them. */
async function lastCode({ its, seller, link }: Awaited<ReturnType<typeof customerCase>>): Promise<string> {
  const [{ linkCodes }, { desc, eq }, { linkCodeOf }] = await Promise.all([
    import("@/db/schema/links"),
    import("drizzle-orm"),
    import("@/lib/server/link-code"),
  ]);
  const [row] = await its.withScope(seller.job, (tx) =>
    tx
      .select({ id: linkCodes.id })
      .from(linkCodes)
      .where(eq(linkCodes.linkId, link.id))
      .orderBy(desc(linkCodes.createdAt))
      .limit(1),
  );
  if (!row) throw new Error("No code was sent");
  return linkCodeOf(row.id);
}

/** One white pixel, as a PNG. */
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";
