import { randomInt } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "./support/fixtures.ts";
import { signIn } from "./support/sign-in.ts";

/** A day of a September far ahead: no holiday there, no clock of the demo is counted over it, another for each run. */
function farDay(): string {
  return `${randomInt(2030, 2100)}-09-${String(randomInt(1, 29)).padStart(2, "0")}`;
}

async function fillCorrection(page: Page, day: string) {
  await page.goto("/calendriers");
  await page.locator("#form-correction").getByRole("combobox", { name: "Calendrier" }).selectOption("Wallis-et-Futuna");
  await page.getByLabel("Jour", { exact: true }).fill(day);
  await page.getByLabel("Nom en français").fill("Jour d’essai");
  await page.getByLabel("Nom en anglais").fill("Trial day");
  await page.getByLabel("Texte ou motif").fill("arrêté d’essai");
  await page.getByRole("button", { name: "Voir l’effet" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Effet de la correction" })).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("an admin sees what a new holiday moves, applies it and withdraws it", async ({ page, demo }) => {
      const day = farDay();
      await signIn(page, demo.admin);
      await fillCorrection(page, day);
      await expect(page.getByText(/Aucune échéance ne change de date, sur .* délais ouverts/)).toBeVisible();
      await page.getByRole("button", { name: "Appliquer la correction" }).click();
      await expect(page.getByRole("heading", { level: 1, name: /^Correction n°/ })).toBeVisible();
      await expect(page.getByText("Correction appliquée")).toBeVisible();
      await page.getByLabel("Motif du retrait").fill("fin de l’essai");
      await page.getByRole("button", { name: "Voir l’effet du retrait" }).click();
      await page.getByRole("button", { name: "Appliquer la correction" }).click();
      await expect(page.getByText("Retire une correction")).toBeVisible();
      await page.goto(`/calendriers?calendrier=WF&annee=${day.slice(0, 4)}`);
      await expect(page.getByRole("table", { name: /Wallis-et-Futuna/ }).getByText("Jour d’essai")).toHaveCount(0);
    });
  });
}

test("a day that does not exist is named, and what was typed stays", async ({ page, demo }) => {
  await signIn(page, demo.admin, "/calendriers");
  await page.getByLabel("Texte ou motif").fill("arrêté d’essai");
  await page.getByRole("button", { name: "Voir l’effet" }).click();
  await expect(page.getByRole("link", { name: /Jour – Choisissez un jour qui existe/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /Nom en français/ })).toBeVisible();
  await expect(page.getByLabel("Texte ou motif")).toHaveValue("arrêté d’essai");
});

test.describe("an auditor", () => {
  test.use({ javaScriptEnabled: false });

  test("reads the effect, and a forged confirmation changes nothing", async ({ page, demo, openContext }) => {
    const day = farDay();
    await signIn(page, demo.admin);
    await fillCorrection(page, day);
    const address = new URL(page.url()).pathname + new URL(page.url()).search;
    const fields = await page
      .locator("#form-appliquer input[type=hidden]")
      .evaluateAll((inputs) =>
        inputs.map((input) => [input.getAttribute("name") ?? "", input.getAttribute("value") ?? ""]),
      );
    const theirs = await (await openContext({ javaScriptEnabled: false })).newPage();
    await signIn(theirs, demo.auditor);
    await theirs.goto(address);
    await expect(theirs.getByText(/Aucune échéance ne change de date/)).toBeVisible();
    await expect(theirs.getByRole("main").getByRole("button")).toHaveCount(0);
    const forged = { multipart: Object.fromEntries(fields), headers: { origin: new URL(theirs.url()).origin } };
    await theirs.request.post(address, forged);
    await theirs.goto(`/calendriers?calendrier=WF&annee=${day.slice(0, 4)}`);
    const holiday = theirs.getByRole("table", { name: /Wallis-et-Futuna/ }).getByText("Jour d’essai");
    await expect(holiday).toHaveCount(0);
    const confirmed = await page.request.post(address, forged);
    expect(new URL(confirmed.url()).pathname).toMatch(/^\/calendriers\/corrections\/\d+$/);
    await theirs.reload();
    await expect(holiday).toHaveCount(1);
  });
});
