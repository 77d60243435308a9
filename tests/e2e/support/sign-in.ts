import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";

export type Login = { readonly email: string; readonly password: string };

/** Through the form, as anybody does; ends on the page that was asked for, or where this person begins. */
export async function signIn(page: Page, login: Login, path = "/connexion"): Promise<void> {
  await page.goto(path);
  await fillSignIn(page, login);
  await expect(page).not.toHaveURL(/\/connexion/);
}

export async function fillSignIn(page: Page, { email, password }: Login): Promise<void> {
  await page.getByLabel("Adresse e-mail").fill(email);
  await page.getByLabel("Mot de passe").fill(password);
  await page.getByRole("button", { name: "Se connecter" }).click();
}
