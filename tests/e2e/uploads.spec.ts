import type { Locator, Page } from "@playwright/test";
import { samplePdf } from "../unit/upload/sample-pdf.ts";
import { member, seller } from "./support/demo-people.ts";
import { expect, test } from "./support/fixtures.ts";
import { openOwnClaim } from "./support/own-claim.ts";
import { signIn } from "./support/sign-in.ts";

const NOT_A_PDF = "Ce fichier n’est ni un PDF ni une image JPEG, PNG ou WebP, quel que soit son nom.";
const VERIFICATION_MS = 30_000;

type FilePayload = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

async function proof(): Promise<FilePayload> {
  return { name: "bordereau-signe.pdf", mimeType: "application/pdf", buffer: Buffer.from(await samplePdf()) };
}

const renamedText: FilePayload = {
  name: "preuve.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from("Ceci n’est que du texte, dont le nom finit par pdf."),
};

/** The part of the claim's page where files are given, opened. */
async function openDocuments(page: Page): Promise<Locator> {
  const documents = page.getByRole("region", { name: "Documents", exact: true });
  await documents.getByText("Ajouter un document").click();
  await documents.getByLabel("Nature du document").selectOption("Preuve de livraison");
  return documents;
}

/** The first page as a picture, in the page. */
async function expectPreview(row: Locator) {
  await row.getByText("Aperçu de bordereau-signe.pdf").click();
  const picture = row.getByRole("img", { name: "Aperçu de bordereau-signe.pdf" });
  await expect(picture).toHaveJSProperty("complete", true);
  await expect(picture).toHaveJSProperty("naturalWidth", 1240);
}

/** Without JavaScript the page does not follow the check by itself. */
async function expectAfterReload(page: Page, awaited: Locator) {
  await expect(async () => {
    await page.reload();
    await expect(awaited).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: VERIFICATION_MS });
}

test.beforeEach(async ({ page, demo, request }) => {
  const claim = await openOwnClaim(request, seller(demo, "maison-lumen"));
  await signIn(page, member(demo, "maison-lumen", "agent"), `/reclamations/${claim.id}`);
});

test.describe("with JavaScript", () => {
  test("a proof of delivery is sent as soon as it is chosen, and checked", async ({ page }) => {
    const documents = await openDocuments(page);
    await documents.getByLabel("Déposez vos fichiers ici, ou choisissez-les.").setInputFiles(await proof());
    const sending = documents.getByRole("list", { name: "Fichiers en cours d’envoi" });
    await expect(sending.getByText("Reçu", { exact: true })).toBeVisible();
    const row = documents.getByRole("listitem").filter({ hasText: "Preuve de livraison · " });
    await expect(row.getByText("Vérifié")).toBeVisible({ timeout: VERIFICATION_MS });
    await expect(row.getByRole("link", { name: "Télécharger bordereau-signe.pdf" })).toBeVisible();
    await expectPreview(row);
  });

  test("a file arrives whatever it is called", async ({ page }) => {
    const documents = await openDocuments(page);
    const file = { ...(await proof()), name: `\u0001${"a".repeat(490)}.pdf` };
    await documents.getByLabel("Déposez vos fichiers ici, ou choisissez-les.").setInputFiles(file);
    const sending = documents.getByRole("list", { name: "Fichiers en cours d’envoi" });
    await expect(sending.getByText("Reçu", { exact: true })).toBeVisible();
  });

  test("a text with the name of a PDF is refused, with the reason", async ({ page }) => {
    const documents = await openDocuments(page);
    await documents.getByLabel("Déposez vos fichiers ici, ou choisissez-les.").setInputFiles(renamedText);
    await expect(documents.getByText(NOT_A_PDF).first()).toBeVisible({ timeout: VERIFICATION_MS });
    await expect(documents.getByText("Refusé", { exact: true }).first()).toBeVisible();
  });
});

test("a file dropped beside the zone does not take the page's place", async ({ page }) => {
  await openDocuments(page);
  const isKept = () =>
    page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(["%PDF-"], "a.pdf", { type: "application/pdf" }));
      return !document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
    });
  await expect.poll(isKept).toBe(true);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the plain form takes the same proof", async ({ page }) => {
    const documents = await openDocuments(page);
    await documents.getByLabel("Ajouter des fichiers").setInputFiles(await proof());
    await documents.getByRole("button", { name: "Envoyer les fichiers" }).click();
    await expect(page.getByText("Vos fichiers sont arrivés")).toBeVisible();
    const row = documents.getByRole("listitem").filter({ hasText: "bordereau-signe.pdf" });
    await expectAfterReload(page, row.getByText("Vérifié"));
  });

  test("the plain form refuses a text with the name of a PDF", async ({ page }) => {
    const documents = await openDocuments(page);
    await documents.getByLabel("Ajouter des fichiers").setInputFiles(renamedText);
    await documents.getByRole("button", { name: "Envoyer les fichiers" }).click();
    await expectAfterReload(page, documents.getByText(NOT_A_PDF));
  });
});
