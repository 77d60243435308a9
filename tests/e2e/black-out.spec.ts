import type { Page } from "@playwright/test";
import sharp from "sharp";
import { member, seller } from "./support/demo-people.ts";
import { expect, test } from "./support/fixtures.ts";
import { openOwnClaim } from "./support/own-claim.ts";
import { signIn } from "./support/sign-in.ts";

const VERIFICATION_MS = 30_000;

/** A page of signatures, red all over, so that what is painted black is seen. */
async function signatures() {
  const page = { create: { width: 400, height: 300, channels: 3 as const, background: "#c81e1e" } };
  return { name: "signatures.png", mimeType: "image/png", buffer: await sharp(page).png().toBuffer() };
}

/** The claim's documents with the picture among them, checked. */
async function sendPicture(page: Page, withJavaScript: boolean) {
  const documents = page.getByRole("region", { name: "Documents", exact: true });
  await documents.getByText("Ajouter un document").click();
  await documents.getByLabel("Nature du document").selectOption("Preuve de livraison");
  const field = withJavaScript ? "Déposez vos fichiers ici, ou choisissez-les." : "Ajouter des fichiers";
  await documents.getByLabel(field).setInputFiles(await signatures());
  if (!withJavaScript) await documents.getByRole("button", { name: "Envoyer les fichiers" }).click();
  const tool = documents.getByRole("link", { name: "Masquer un nom sur signatures.png" });
  await expect(async () => {
    if (!withJavaScript) await page.reload();
    await expect(tool).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: VERIFICATION_MS });
  await tool.click();
  await expect(page.getByRole("heading", { name: "Masquer un nom sur une image" })).toBeVisible();
}

/** How red the result is at a place, in hundredths of its width and height. */
async function rednessAt(page: Page, x: number, y: number): Promise<number> {
  const address = await page.getByRole("img", { name: /zones? masquées?$/ }).getAttribute("src");
  const picture = await page.request.get(address ?? "");
  const { data, info } = await sharp(await picture.body())
    .raw()
    .toBuffer({ resolveWithObject: true });
  const [column, row] = [Math.floor((x / 100) * info.width), Math.floor((y / 100) * info.height)];
  return data[(row * info.width + column) * info.channels] ?? -1;
}

async function keep(page: Page) {
  await page.getByRole("button", { name: "Garder cette image" }).click();
  const documents = page.getByRole("region", { name: "Documents", exact: true });
  await expect(documents.getByText("Remplacé par l’image où des noms sont masqués.")).toBeVisible();
  await expect(documents.getByText(/zones? masquées?$/)).toBeVisible();
}

test.beforeEach(async ({ page, demo, request }) => {
  const claim = await openOwnClaim(request, seller(demo, "maison-lumen"));
  await signIn(page, member(demo, "maison-lumen", "agent"), `/reclamations/${claim.id}`);
});

test("a name is covered with the mouse, another with the keyboard, and the result is what is kept", async ({
  page,
}) => {
  await sendPicture(page, true);
  const picture = page.getByRole("img", { name: "L’image telle que vous l’avez envoyée" });
  await expect(picture).toHaveJSProperty("naturalWidth", 400);
  await picture.scrollIntoViewIfNeeded();
  const surface = page.locator("svg[viewBox='0 0 100 100']");
  const box = await surface.boundingBox();
  if (!box) throw new Error("nothing to draw on");
  await page.mouse.move(box.x + box.width * 0.1, box.y + box.height * 0.1);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.4, box.y + box.height * 0.2, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByRole("group", { name: "Zone 1" })).toBeVisible();

  await page.getByRole("button", { name: "Ajouter une zone" }).focus();
  await page.keyboard.press("Enter");
  const top = page.getByRole("group", { name: "Zone 2" }).getByLabel("Depuis le haut (%)");
  await expect(top).toHaveValue("47");
  await top.focus();
  for (let press = 0; press < 3; press += 1) await page.keyboard.press("ArrowUp");
  await expect(top).toHaveValue("50");

  await page.getByRole("button", { name: "Voir le résultat" }).click();
  await expect(page.getByRole("img", { name: "signatures.png, 2 zones masquées" })).toBeVisible();
  expect(await rednessAt(page, 25, 15)).toBeLessThan(20);
  expect(await rednessAt(page, 50, 53)).toBeLessThan(20);
  expect(await rednessAt(page, 80, 90)).toBeGreaterThan(180);
  await keep(page);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a name is covered by its four figures, and what is no figure is said", async ({ page }) => {
    await sendPicture(page, false);
    const first = page.getByRole("group", { name: "Zone 1" });
    await first.getByLabel("Depuis la gauche (%)").fill("10");
    await page.getByRole("button", { name: "Voir le résultat" }).click();
    await expect(page.getByText(/Une zone n’a pas ses quatre mesures/)).toBeVisible();
    for (const [label, value] of [
      ["Depuis la gauche (%)", "10"],
      ["Depuis le haut (%)", "10"],
      ["Largeur (%)", "30"],
      ["Hauteur (%)", "10"],
    ] as const) {
      await first.getByLabel(label).fill(value);
    }
    await page.getByRole("button", { name: "Voir le résultat" }).click();
    await expect(page.getByRole("img", { name: "signatures.png, une zone masquée" })).toBeVisible();
    expect(await rednessAt(page, 25, 15)).toBeLessThan(20);
    await keep(page);
  });
});
