import type { Page } from "@playwright/test";
import { member, seller } from "./support/demo-people.ts";
import { expect, test } from "./support/fixtures.ts";
import { openOwnClaim } from "./support/own-claim.ts";
import { signIn } from "./support/sign-in.ts";

// The browser logs each page that is not found.
test.use({ expectedErrors: [/the server responded with a status of 404/] });

async function expectNotFound(page: Page, path: string) {
  const response = await page.goto(path);
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1, name: "Cette page n’existe pas" })).toBeVisible();
}

test("another seller's claim is not found", async ({ page, demo, request }) => {
  const theirs = await openOwnClaim(request, seller(demo, "atelier-brindille"));
  await signIn(page, member(demo, "maison-lumen", "agent"));
  await expectNotFound(page, `/reclamations/${theirs.id}`);
  await expect(page.getByText(theirs.orderNumber)).toHaveCount(0);
});

test("a claim id that is none is not found", async ({ page, demo }) => {
  await signIn(page, member(demo, "maison-lumen", "agent"));
  await expectNotFound(page, "/reclamations/00000000-0000-7000-8000-000000000000");
  await expectNotFound(page, "/reclamations/un-autre-chemin");
});

test("to a seller the operator's pages do not exist, for its own claims neither", async ({ page, demo, request }) => {
  const own = await openOwnClaim(request, seller(demo, "maison-lumen"));
  await signIn(page, member(demo, "maison-lumen", "owner"));
  for (const path of ["/conformite", "/vendeurs", "/place-de-marche", `/conformite/reclamations/${own.id}`]) {
    await expectNotFound(page, path);
  }
});

test("a customer's link with one changed letter opens nothing", async ({ page, demo }) => {
  const { pathname } = new URL(demo.customerLinks[0] ?? "");
  for (const position of [pathname.length - 40, pathname.length - 20, pathname.length - 1]) {
    const letter = pathname[position] === "A" ? "B" : "A";
    const response = await page.goto(`${pathname.slice(0, position)}${letter}${pathname.slice(position + 1)}`);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1, name: "Ce lien ne fonctionne pas" })).toBeVisible();
  }
});
