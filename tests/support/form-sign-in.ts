type Credentials = { readonly email: string; readonly password: string };

/** The cookies of a session: through the form, as a browser without JavaScript sends it. */
export async function signInByForm(baseUrl: string, { email, password }: Credentials): Promise<string> {
  const address = new URL("/connexion", baseUrl);
  const html = await (await fetch(address)).text();
  const form = new FormData();
  for (const [, name = "", value = ""] of html.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g))
    form.set(name, value.replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
  form.set("email", email);
  form.set("password", password);
  const headers = { origin: baseUrl };
  const answer = await fetch(address, { method: "POST", headers, body: form, redirect: "manual" });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  if (answer.status !== 303) throw new Error(`signing in: ${answer.status}`);
  return cookies.join("; ");
}
