import type { Locator, Page, Response } from "@playwright/test";
import { expect } from "./fixtures.ts";

type Field = string | true | { readonly file: string };

/** What a form is filled with, and which of its buttons is pressed when there are several. */
export type Known = {
  readonly fields?: Readonly<Record<string, Field>>;
  readonly button?: string;
  /** It answers with a file, and the page stays. */
  readonly isDownload?: true;
};
export type KnownForms = Readonly<Record<string, Known>>;

/** One white pixel, as a PNG. */
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";

/**
 * Posts every form of a page once, in the order of `known`, and the forms that come of it; fails on one it does not
 * know, and on one that is refused.
 *
 * @returns names of the forms that were posted
 */
export async function postEveryForm(
  page: Page,
  address: string,
  known: KnownForms,
  only: readonly string[] = Object.keys(known),
): Promise<readonly string[]> {
  const posted: string[] = [];
  for (;;) {
    await page.goto(address);
    const names = await formNames(page);
    expect(
      names.filter((name) => known[name] === undefined),
      address,
    ).toEqual([]);
    const next = only.find((name) => names.includes(name) && !posted.includes(name));
    if (next === undefined) return posted;
    await postForm(page, next, known[next] ?? {});
    posted.push(next);
  }
}

/** Forms by what they are for: the reference of their claim, the token and the number of a document are left out. */
async function formNames(page: Page): Promise<readonly string[]> {
  const forms = await page.locator("form").all();
  return Promise.all(forms.map(nameOf));
}

async function nameOf(form: Locator): Promise<string> {
  const id = await form.getAttribute("id");
  if (id) return id.replace(/-R-.*$/, "-R");
  const action = (await form.getAttribute("action")) ?? "";
  return action.replace(/\/suivi\/[\w-]{46}/, "/suivi").replace(/\/[0-9a-f-]{36}$/, "");
}

/** Fills a form as its reader would, presses its button, and expects an answer without a refusal. */
export async function postForm(page: Page, name: string, { fields = {}, button, isDownload }: Known): Promise<void> {
  const forms = await page.locator("form").all();
  const names = await Promise.all(forms.map(nameOf));
  const form = forms[names.indexOf(name)];
  if (!form) throw new Error(`No form ${name} at ${page.url()}`);
  const closed = form.locator("xpath=ancestor::details[not(@open)]/summary");
  for (const summary of await closed.all()) await summary.click();
  for (const [field, value] of Object.entries(fields)) await fill(form, field, value);
  const press = button ? form.getByRole("button", { name: button }) : form.locator('button[type="submit"]').first();
  if (isDownload) {
    const [file] = await Promise.all([page.waitForEvent("download"), press.click()]);
    expect(await file.failure(), name).toBeNull();
    return;
  }
  const [answer] = await Promise.all([page.waitForResponse(isPost, { timeout: 15_000 }), press.click()]);
  expect(answer.status(), name).toBeLessThan(400);
  await page.waitForLoadState();
  await expect(page.getByRole("alert"), `${name} at ${page.url()}`).toHaveCount(0);
}

async function fill(form: Locator, field: string, value: Field): Promise<void> {
  const inputs = form.locator(`[name="${field}"]`);
  if (value === true) return inputs.first().check();
  if (typeof value === "object") {
    const mimeType = "image/png";
    return inputs.first().setInputFiles({ name: value.file, mimeType, buffer: Buffer.from(PIXEL, "base64") });
  }
  const chosen = form.locator(`input[type="radio"][name="${field}"][value="${value}"]`);
  if ((await chosen.count()) > 0) return chosen.check();
  return inputs.first().fill(value);
}

function isPost(answer: Response): boolean {
  return answer.request().method() === "POST" && answer.request().isNavigationRequest();
}
