import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { member } from "./support/demo-people.ts";
import { expect, test } from "./support/fixtures.ts";
import { signIn } from "./support/sign-in.ts";

const LOOKS = (["light", "dark"] as const).flatMap((colorScheme) =>
  [1280, 390].map((width) => ({ colorScheme, width })),
);

const OPERATOR_PAGES = [
  "/conformite",
  "/vendeurs",
  "/conformite/alertes",
  "/conformite/vendeurs",
  "/conformite/politique",
  "/conformite/politique/1",
  "/conformite/politique/brouillon",
  "/conformite/sceaux",
  "/livraisons-contestees",
  "/donnees-personnelles?commande=AB-26015",
  "/place-de-marche",
];

/** Each rule broken, with the elements that break it. */
async function violations(page: Page): Promise<readonly string[]> {
  const results = await new AxeBuilder({ page }).analyze();
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}

for (const { colorScheme, width } of LOOKS) {
  test.describe(`${colorScheme}, ${width} pixels wide`, () => {
    test.use({ colorScheme, viewport: { width, height: 900 } });

    test("axe finds nothing in the pages anyone may read", async ({ page }) => {
      for (const path of ["/connexion", "/confidentialite", "/mentions-legales"]) {
        await page.goto(path);
        expect(await violations(page), path).toEqual([]);
      }
    });

    test("axe finds nothing in the operator's pages", async ({ page, demo }) => {
      await signIn(page, demo.admin);
      for (const path of OPERATOR_PAGES) {
        await page.goto(path);
        expect(await violations(page), path).toEqual([]);
      }
    });

    test("axe finds nothing in a seller's settings", async ({ page, demo }) => {
      await signIn(page, member(demo, "maison-lumen", "owner"), "/reglages");
      await expect(page).toHaveURL(/\/reglages/);
      expect(await violations(page)).toEqual([]);
      for (const path of ["/reglages/calendrier", "/reglages/cles-api", "/reglages/membres", "/ma-conformite"]) {
        await page.goto(path);
        expect(await violations(page), path).toEqual([]);
      }
    });
  });
}
