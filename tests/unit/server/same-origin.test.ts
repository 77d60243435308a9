import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { NextRequest } from "next/server";
import { describe, expect, test, vi } from "vitest";
import { POST as appearance } from "@/app/api/appearance/route";
import { GET as auth } from "@/app/api/auth/[...nextauth]/route";
import { POST as locale } from "@/app/api/locale/route";
import { isForeign, isSameOrigin } from "@/lib/server/same-origin";
import { proxy } from "@/proxy";

vi.mock("server-only", () => ({}));

const ROOT = join(import.meta.dirname, "..", "..", "..");
const HOST = { host: "vendeurs.example.fr" };
const EVIL = { ...HOST, origin: "https://evil.example" };
const OWN = { ...HOST, origin: "https://vendeurs.example.fr" };

function posted(path: string, headers: Record<string, string>): Request {
  return new Request(`https://vendeurs.example.fr${path}`, { method: "POST", headers, body: new URLSearchParams() });
}

describe("where a form comes from", () => {
  test.each([
    { headers: OWN, own: true, foreign: false },
    { headers: EVIL, own: false, foreign: true },
    { headers: { ...HOST, origin: "null" }, own: false, foreign: true },
    { headers: { ...HOST, origin: "pas une adresse" }, own: false, foreign: true },
    { headers: HOST, own: false, foreign: false },
    {
      headers: { ...OWN, host: "10.0.0.7:3000", "x-forwarded-host": "vendeurs.example.fr" },
      own: true,
      foreign: false,
    },
  ])("$headers", ({ headers, own, foreign }) => {
    const request = { headers: new Headers(headers) };
    expect(isSameOrigin(request)).toBe(own);
    expect(isForeign(request)).toBe(foreign);
  });
});

describe("another site's form", () => {
  test.each([
    { path: "/api/locale", post: locale },
    { path: "/api/appearance", post: appearance },
  ])("changes nothing at $path", async ({ path, post }) => {
    const refused = await post(posted(path, EVIL));
    expect([refused.status, refused.headers.get("set-cookie")]).toEqual([403, null]);
    expect(await refused.text()).toContain("rien n’a été fait");
    expect((await post(posted(path, OWN))).status).toBe(303);
  });

  test("reaches no page's action, and is told so in the reader's language", async () => {
    const headers = { ...EVIL, "next-action": "0123", "accept-language": "en" };
    const refused = await proxy(new NextRequest(posted("/connexion", headers)));
    expect([refused.status, refused.headers.get("content-language")]).toEqual([403, "en"]);
    expect((await proxy(new NextRequest(posted("/connexion", OWN)))).status).toBe(200);
    expect((await proxy(new NextRequest("https://vendeurs.example.fr/connexion", { headers: EVIL }))).status).toBe(200);
  });
});

test("a sign-in that is only opened leads to the form", async () => {
  const context = { params: Promise.resolve({ nextauth: ["callback", "credentials"] }) };
  const answer = await auth(new Request("https://vendeurs.example.fr/api/auth/callback/credentials"), context);
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/connexion"]);
});

/** Where a handler that changes something looks at the origin, or why it need not. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  "app/api/upload/route.ts": "lib/server/upload/plain-form.ts",
};
const NEEDS_NONE: Readonly<Record<string, string>> = {
  "app/api/ingest/[key]/route.ts": "the address is signed; no cookie is read",
  "app/api/ingest/callback-result/route.ts": "signed; no cookie is read",
  "app/api/ingest/route-metadata/route.ts": "signed; no cookie is read",
};

const WRITES =
  /export (?:async function|const) (?:POST|PUT|PATCH|DELETE)\b|export \{[^}]*\b(?:POST|PUT|PATCH|DELETE)\b/;

test("every route handler outside the API that changes something looks at the origin", () => {
  const routes = globSync("app/**/route.ts", { cwd: ROOT }).filter((path) => !path.startsWith("app/api/v1/"));
  const source = (path: string) => readFileSync(join(ROOT, path), "utf8");
  const writing = routes.filter((path) => WRITES.test(source(path))).sort();
  expect(writing.length).toBeGreaterThan(5);
  const unguarded = writing.filter(
    (path) => !/isSameOrigin\(request\)|isForeign\(request\)/.test(source(ELSEWHERE[path] ?? path)),
  );
  expect(unguarded).toEqual(Object.keys(NEEDS_NONE).sort());
});
