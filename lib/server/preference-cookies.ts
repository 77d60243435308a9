import { pageBefore } from "./return-to";

const ONE_YEAR_IN_SECONDS = 31_536_000;

/**
 * Back to the page the form was on (303), with preferences kept in the browser. They prove nothing and hold
 * no secret; values come from closed lists, never from the form itself.
 */
export function backWithCookies(request: Request, preferences: Readonly<Record<string, string>>): Response {
  const headers = new Headers({ location: pageBefore(request), "cache-control": "no-store" });
  for (const [name, value] of Object.entries(preferences)) {
    headers.append("set-cookie", `${name}=${value}; Path=/; Max-Age=${ONE_YEAR_IN_SECONDS}; SameSite=Lax; HttpOnly`);
  }
  return new Response(null, { status: 303, headers });
}
