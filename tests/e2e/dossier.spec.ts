import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unpacked } from "../support/unpacked.ts";
import { expect, test } from "./support/fixtures.ts";
import { signIn } from "./support/sign-in.ts";

test("an auditor takes a claim's dossier, and its program finds it intact", async ({ page, demo }) => {
  await signIn(page, demo.auditor);
  await page.getByRole("table", { name: "Par vendeur" }).getByRole("link", { name: "Maison Lumen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Délais derrière les chiffres" })).toBeVisible();
  await page.getByRole("table").getByRole("rowheader").getByRole("link").first().click();
  const taken = page.waitForEvent("download");
  await page.getByRole("link", { name: "Télécharger le dossier (ZIP)" }).click();
  const download = await taken;
  expect(download.suggestedFilename()).toMatch(/^dossier-R-[0-9A-Z-]+\.zip$/);
  const { folder, names } = unpacked(readFileSync(await download.path()));
  expect(names).toEqual(expect.arrayContaining(["dossier.pdf", "journal.json", "verify.mjs", "sha256sums.txt"]));
  const { status, stdout } = spawnSync(process.execPath, [join(folder, "verify.mjs")], { encoding: "utf8" });
  expect(stdout).toContain("INTACT");
  expect(status).toBe(0);
});
