import { member, seller } from "./support/demo-people.ts";
import { expect, test } from "./support/fixtures.ts";
import { openOwnClaim } from "./support/own-claim.ts";
import { signIn } from "./support/sign-in.ts";

const SLUG = "maison-lumen";
const SEND = { name: "Envoyer la réponse" };

test("an incomplete answer says what is missing and where it comes from, and nothing typed is lost", async ({
  page,
  demo,
  request,
}) => {
  const claim = await openOwnClaim(request, seller(demo, SLUG));
  await signIn(page, member(demo, SLUG, "agent"), `/reclamations/${claim.id}?solution=refund`);
  await page.getByRole("textbox", { name: "Montant" }).fill("");
  await page.getByLabel("Votre message").fill("Nous sommes désolés.");
  const live = page.getByRole("region", { name: "Il manque encore 1 élément" });
  await expect(live.getByText("Indiquez le montant.")).toBeVisible();
  await expect(live.getByText("Règle de la place de marché")).toBeVisible();
  await page.getByRole("button", SEND).click();
  await expect(page.getByText("Rien n’a été envoyé : la réponse n’est pas complète.")).toBeVisible();
  await expect(page.getByLabel("Votre message")).toHaveValue("Nous sommes désolés.");
  await page.getByRole("textbox", { name: "Montant" }).fill("10,00");
  await expect(page.getByText("Réponse complète : l’envoyer arrête le délai de réponse.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Aperçu : ce que lira le client" })).toContainText("10,00");
});

test("a draft is kept and found again, and what was typed follows from solution to solution", async ({
  page,
  demo,
  request,
}) => {
  const claim = await openOwnClaim(request, seller(demo, SLUG), { situation: "damaged" });
  await signIn(page, member(demo, SLUG, "agent"), `/reclamations/${claim.id}`);
  await page.getByLabel("Votre message").fill("Bonjour, voici notre proposition.");
  await page.getByText("Remplacer", { exact: true }).click();
  await expect(page.getByLabel("Votre message")).toHaveValue("Bonjour, voici notre proposition.");
  await page.getByLabel("Votre message").fill("Bonjour, nous le remplaçons.");
  await expect(page.getByText(/^Brouillon enregistré/)).toBeVisible();
  await page.goto(`/reclamations/${claim.id}`);
  await expect(page.getByText("Votre brouillon est repris")).toBeVisible();
  await expect(page.getByLabel("Votre message")).toHaveValue("Bonjour, nous le remplaçons.");
  await expect(page.getByRole("radio", { name: /^Remplacer/ })).toBeChecked();
});

test("two agents answer at once: one wins, the other is told who and loses nothing", async ({
  page,
  demo,
  request,
  openContext,
}) => {
  const claim = await openOwnClaim(request, seller(demo, SLUG));
  const path = `/reclamations/${claim.id}?solution=refund`;
  await signIn(page, member(demo, SLUG, "agent"), path);
  const other = await (await openContext()).newPage();
  await signIn(other, member(demo, SLUG, "owner"), path);
  await page.getByLabel("Votre message").fill("Remboursé, avec nos excuses.");
  await other.getByRole("button", SEND).click();
  await expect(other).toHaveURL(/envoyee=/);
  await page.getByRole("button", SEND).click();
  await expect(page.getByText(/a répondu avant vous/)).toBeVisible();
  await expect(page.getByLabel("Votre message")).toHaveValue("Remboursé, avec nos excuses.");
});

test.describe("signed out", () => {
  // The draft is saved again after a failed send, and nobody is signed in to save it for.
  test.use({ expectedErrors: [/401.*brouillon/] });

  test("a session that ends in the middle of the form loses nothing", async ({ page, demo, request, context }) => {
    const claim = await openOwnClaim(request, seller(demo, SLUG));
    const agent = member(demo, SLUG, "agent");
    await signIn(page, agent, `/reclamations/${claim.id}?solution=refund`);
    await page.getByLabel("Votre message").fill("Remboursé, avec nos excuses.");
    await context.clearCookies();
    await page.getByRole("button", SEND).click();
    await expect(page.getByText(/Votre session a expiré/).first()).toBeVisible();
    const again = await context.newPage();
    await signIn(again, agent);
    await page.getByRole("button", SEND).click();
    await expect(page).toHaveURL(/envoyee=/);
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the solution is chosen by its address, refused with its words, then sent", async ({ page, demo, request }) => {
    const claim = await openOwnClaim(request, seller(demo, SLUG), { situation: "missing_item" });
    await signIn(page, member(demo, SLUG, "agent"), `/reclamations/${claim.id}`);
    await page.getByLabel("Geste commercial").check();
    await page.getByRole("button", { name: "Préparer cette réponse" }).click();
    await expect(page).toHaveURL(/solution=goodwill_gesture/);
    await page.getByLabel("Votre message").fill("Toutes nos excuses.");
    await page.getByRole("button", SEND).click();
    await expect(page.getByText("Rien n’a été envoyé : la réponse n’est pas complète.")).toBeVisible();
    await expect(page.getByLabel("Votre message")).toHaveValue("Toutes nos excuses.");
    await page.getByLabel("Réduction du prix (avoir)").check();
    await page.getByRole("textbox", { name: "Montant" }).fill("5,00");
    await page.getByRole("button", SEND).click();
    await expect(page.getByText("Réponse envoyée")).toBeVisible();
    await page.getByRole("button", { name: "Annuler l’envoi" }).click();
    await expect(page.getByText("L’envoi est annulé")).toBeVisible();
  });
});
