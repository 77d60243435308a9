import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { member, seller } from "./support/demo-people.ts";
import { expect, test } from "./support/fixtures.ts";
import { openOwnClaim } from "./support/own-claim.ts";
import { signIn } from "./support/sign-in.ts";

const SLUG = "pei-audio";

async function violations(page: Page): Promise<readonly string[]> {
  const results = await new AxeBuilder({ page }).analyze();
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}

test("the inbox is searched and filtered by its address, without JavaScript too", async ({ page, demo, request }) => {
  const claim = await openOwnClaim(request, seller(demo, SLUG), { situation: "invoice_request" });
  await signIn(page, member(demo, SLUG, "agent"));
  await page.getByLabel("Rechercher").fill(claim.reference);
  await page.getByRole("button", { name: "Filtrer" }).click();
  await expect(page).toHaveURL(new RegExp(`q=${claim.reference}`));
  await expect(page.getByRole("link", { name: "Le client souhaite sa facture" })).toHaveCount(1);
  await expect(page.getByText("Jeanne M.")).toBeVisible();
  await page.goto(`/reclamations?q=${claim.reference}&situation=damaged&vue=nulle&apres=x`);
  await expect(page.getByText("Aucune réclamation ne correspond")).toBeVisible();
  await page.getByRole("link", { name: "Tout afficher" }).first().click();
  await expect(page.getByRole("table")).toBeVisible();
});

test("a claim received by phone is recorded with its two instants", async ({ page, demo, request }) => {
  const known = await openOwnClaim(request, seller(demo, SLUG));
  await signIn(page, member(demo, SLUG, "agent"), "/reclamations/nouvelle");
  await page.getByLabel("Numéro de commande").fill("INCONNUE-1");
  await page.getByRole("button", { name: "Trouver" }).click();
  await expect(page.getByText(/Aucune de vos commandes/)).toBeVisible();
  await page.getByLabel("Numéro de commande").fill(known.orderNumber);
  await page.getByRole("button", { name: "Trouver" }).click();
  await page.getByLabel("Que signale le client ?").selectOption("broken_down");
  await page.getByLabel("Ce qu’il a dit").fill("La lampe ne s’allume plus.");
  await page.getByLabel("Le client l’a envoyée le").fill("2020-01-01T10:00");
  await page.getByRole("button", { name: "Enregistrer la réclamation" }).click();
  await expect(page.getByText("Ce moment précède la commande.").first()).toBeVisible();
  await expect(page.getByLabel("Ce qu’il a dit")).toHaveValue("La lampe ne s’allume plus.");
  const received = await page.getByLabel("Vous l’avez reçue le").inputValue();
  await page.getByLabel("Le client l’a envoyée le").fill(received);
  await page.getByRole("button", { name: "Enregistrer la réclamation" }).click();
  await expect(page.getByText("Réclamation enregistrée.", { exact: false })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Le produit du client est tombé en panne");
});

test("a note stays inside, a claim is assigned, and does not close while a deadline runs", async ({
  page,
  demo,
  request,
}) => {
  const claim = await openOwnClaim(request, seller(demo, SLUG));
  await signIn(page, member(demo, SLUG, "agent"), `/reclamations/${claim.id}`);
  const write = page.getByRole("region", { name: "Écrire un message ou une note" });
  await write.getByLabel("Votre équipe seulement").check();
  await write.getByLabel("Message", { exact: true }).fill("Rappeler jeudi.");
  await write.getByRole("button", { name: "Envoyer" }).click();
  const conversation = page.getByRole("region", { name: "Conversation" });
  await expect(conversation.getByText("Note interne")).toBeVisible();
  await page.getByLabel("Suivie par").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Confier" }).click();
  await expect(page.getByText("C’est noté.")).toBeVisible();
  await page.getByText("Clore la réclamation").first().click();
  await page.getByRole("button", { name: "Clore la réclamation" }).click();
  await expect(page.getByText("Un délai à votre charge court encore", { exact: false })).toBeVisible();
});

test("why a date: in words and day by day", async ({ page, demo, request }) => {
  const claim = await openOwnClaim(request, seller(demo, SLUG));
  await signIn(page, member(demo, SLUG, "viewer"), `/reclamations/${claim.id}`);
  await expect(page.getByText("Votre rôle ne permet pas d’y répondre.", { exact: false })).toBeVisible();
  await page.getByText("Pourquoi cette date ?").first().click();
  await expect(page.getByText(/Demande reçue le .*2\sjours\souvrés/)).toBeVisible();
  await expect(page.getByText(/jour 2, dernier jour/).first()).toBeVisible();
});

for (const width of [1280, 390]) {
  test.describe(`${width} pixels wide`, () => {
    test.use({ viewport: { width, height: 900 } });

    test("axe finds nothing, and nothing overflows", async ({ page, demo, request }) => {
      const claim = await openOwnClaim(request, seller(demo, SLUG), { situation: "damaged" });
      await signIn(page, member(demo, SLUG, "agent"));
      for (const path of ["/reclamations", `/reclamations/${claim.id}`, "/reclamations/nouvelle"]) {
        await page.goto(path);
        expect(await violations(page), path).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
      }
    });
  });
}
