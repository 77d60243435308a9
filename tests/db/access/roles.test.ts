import { globSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { closeDatabase } from "@/db/client";
import { testDatabase } from "../../support/test-database";
import { ACTIONS } from "./actions";
import { cookieJar, makeCallers, ROLES, type Role } from "./callers";
import { PAGES, type PageDoor, ROUTES, type RouteDoor } from "./doors";

/*
 * Every page, form's action and route handler of the source tree, tried as everyone who may knock. What a request may do
 * once it is in is the commands' own question, asked of the role again in their tests.
 */
const request = vi.hoisted(() => ({ token: undefined as string | undefined }));
vi.mock("server-only", () => ({}));
vi.mock("next/headers", () => ({
  cookies: async () => cookieJar(request.token),
  headers: async () => new Headers({ host: "localhost:3000", origin: "http://localhost:3000" }),
}));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("next-intl/server", () => {
  const words = Object.assign((key: string) => key, { rich: String, raw: String, has: () => true, markup: String });
  return { getTranslations: async () => words, getLocale: async () => "fr", getFormatter: async () => ({}) };
});

const db = testDatabase();
let made: Awaited<ReturnType<typeof makeCallers>>;
beforeAll(async () => {
  made = await makeCallers(db);
});
afterAll(async () => {
  await db.close();
  await closeDatabase();
});

const MEMBERS: readonly Role[] = ["viewer", "accountant", "agent", "owner", "stranger", "looker"];
const OPERATORS: readonly Role[] = ["auditor", "admin", "looker"];
const LET_IN: Readonly<Record<PageDoor | RouteDoor, readonly Role[]>> = {
  public: ROLES,
  account: [...MEMBERS, ...OPERATORS],
  member: MEMBERS,
  agent: ["agent", "owner", "stranger"],
  owner: ["owner", "stranger"],
  reader: [...MEMBERS, ...OPERATORS],
  operator: OPERATORS,
  admin: ["admin", "looker"],
  link: [],
  key: [],
};

/** What became of a knock: how Next was told to send away, or what came back. */
async function outcomeOf(role: Role, knock: () => unknown): Promise<string> {
  request.token = made.cookies.get(role);
  try {
    const answer = await knock();
    if (answer instanceof Response) return String(answer.status);
    if (typeof answer !== "object" || answer === null || !("status" in answer)) return "in";
    return answer.status === "error" && "reason" in answer ? String(answer.reason) : "in";
  } catch (error) {
    const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
    if (digest.startsWith("NEXT_REDIRECT")) return `to ${digest.split(";")[2]}`;
    if (digest.startsWith("NEXT_HTTP_ERROR_FALLBACK")) return digest.split(";")[1] ?? "";
    return "in";
  }
}

const sourceFiles = (pattern: string) =>
  globSync(pattern)
    .map((file) => file.replaceAll("\\", "/"))
    .sort();

test("every page, route and action of the source tree has its entry", () => {
  expect(Object.keys(PAGES).sort()).toEqual(sourceFiles("app/**/page.tsx"));
  expect(Object.keys(ROUTES).sort()).toEqual(sourceFiles("app/**/route.ts"));
  const told = sourceFiles("app/**/*.{ts,tsx}").flatMap((file) => {
    const source = readFileSync(file, "utf8");
    if (!/^\s*"use server"/.test(source)) return [];
    return [...source.matchAll(/^export (?:const|async function) (\w+)/gm)].map((found) => `${file} ${found[1]}`);
  });
  const listed = Object.entries(ACTIONS).flatMap(([file, actions]) =>
    Object.keys(actions).map((action) => `${file} ${action}`),
  );
  expect(listed.sort()).toEqual(told.sort());
});

test("no action is hidden within another file", () => {
  const hidden = sourceFiles("app/**/*.{ts,tsx}").filter((file) =>
    /^\s+"use server"/m.test(readFileSync(file, "utf8")),
  );
  expect(hidden).toEqual([]);
});

describe.each(Object.entries(ACTIONS))("%s", (file, actions) => {
  test.each(Object.entries(actions))("%s is %s's", async (name, door) => {
    const { [name]: action } = await import(`../../../${file}`);
    const send = () =>
      door === "link" ? action("no-link", undefined, new FormData()) : action(undefined, new FormData());
    for (const role of ROLES) {
      // A plain form's action sends away; signing out would end the session of whoever tries it.
      if (door === "public" || (door === "plain" && role !== "nobody")) continue;
      // They still are an admin; one of these actions ends the look.
      if (door === "admin" && role === "looker") continue;
      const outcome = await outcomeOf(role, door === "plain" ? () => action(new FormData()) : send);
      const because = `${name} as ${role}`;
      if (door === "link") expect(outcome, because).toBe("link_dead");
      else if (role === "nobody") expect(outcome, because).toMatch(/^(signed_out|to \/connexion.*)$/);
      else if (door === "admin" && role !== "admin") expect(outcome, because).toBe("not_allowed");
      else if (door === "member" && OPERATORS.includes(role)) expect(outcome, because).toBe("not_allowed");
      else expect(["signed_out", "not_allowed"], because).not.toContain(outcome);
    }
  });
});

describe.each(Object.entries(PAGES))("%s", (file, door) => {
  test(`is ${door}'s`, async () => {
    if (door === "public") return;
    const { default: page } = await import(`../../../${file}`);
    const params = { ...made.params, token: "no-link", question: "x" };
    for (const role of ROLES) {
      const knock = () => page({ params: Promise.resolve(params), searchParams: Promise.resolve({}) });
      const outcome = await outcomeOf(role, knock);
      const because = `${file} as ${role}`;
      if (door === "link") expect(outcome, because).toBe("404");
      else if (role === "nobody") expect(outcome, because).toMatch(/^to \/connexion/);
      else if (!LET_IN[door].includes(role)) expect(outcome, because).toMatch(/^(404|to \/(conformite|reclamations))$/);
      else expect(outcome, because).not.toMatch(/^to \/connexion/);
    }
  });
});

describe.each(Object.entries(ROUTES))("%s", (file, door) => {
  test(`is ${door}'s`, async () => {
    if (door === "public") return;
    const handlers = await import(`../../../${file}`);
    const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"].filter((method) => method in handlers);
    expect(methods).not.toEqual([]);
    for (const method of methods) {
      for (const role of ROLES) {
        // They still are an admin, and may write as one.
        if (door === "admin" && role === "looker") continue;
        const params = Promise.resolve({ ...made.params, token: "no-link", documentId: made.params.claimId });
        const hasBody = method !== "GET" && method !== "HEAD";
        const headers = { host: "localhost:3000", origin: "http://localhost:3000" };
        const own = new Request("http://localhost:3000/x", { method, headers, ...(hasBody ? { body: "" } : {}) });
        const outcome = await outcomeOf(role, () => handlers[method](own, { params }));
        const because = `${method} ${file} as ${role}`;
        if (door === "key") expect(outcome, because).toMatch(/^(401|405)$/);
        else if (!LET_IN[door].includes(role)) expect(outcome, because).toMatch(/^(401|403|404|signed_out|303)$/);
        else if (role !== "looker" || method === "GET") expect(outcome, because).not.toMatch(/^(401|403)$/);
        else if (door === "member") expect(outcome, because).not.toMatch(/^2/);
      }
    }
  });
});

test("whoever looks as a seller has written nothing", async () => {
  const [row] = await db.superuser`select array_agg(type) as types from events where actor like ${`%${made.lookerId}`}`;
  expect(row?.types).toBeNull();
});
