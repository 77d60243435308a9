import { globSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { OPERATIONS } from "@/lib/server/api/catalogue";
import { openApiDocument } from "@/lib/server/api/openapi";

const document = openApiDocument(OPERATIONS, "https://vendeurs.example.fr");

describe("the OpenAPI document", () => {
  test("is one of JSON, with an address of its own", () => {
    expect(JSON.parse(JSON.stringify(document))).toMatchObject({
      openapi: "3.1.0",
      servers: [{ url: "https://vendeurs.example.fr/api/v1" }],
    });
  });

  test("every path is a route, and every route is in it", () => {
    const routes = globSync("app/api/v1/**/route.ts")
      .map((file) => file.replace(/^app\/api\/v1|\/route\.ts$/g, ""))
      .filter((path) => path !== "/openapi.json" && !path.includes("[..."))
      .map((path) => path.replaceAll("[", "{").replaceAll("]", "}"));
    expect(Object.keys(document.paths).sort()).toEqual(routes.sort());
  });

  test.each(OPERATIONS.map((spec) => [spec.id, spec] as const))("%s names what its path holds", (_, spec) => {
    const named = [...spec.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    expect(Object.keys(spec.params?.shape ?? {})).toEqual(named);
    expect(Object.keys(spec.responses).length).toBeGreaterThan(0);
  });

  test("identifiers are unique", () => {
    const ids = OPERATIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("the body of an order is the schema that checks it", () => {
    const put = document.paths["/orders/{number}"]?.put;
    expect(put).toMatchObject({
      requestBody: {
        content: {
          "application/json": {
            schema: {
              additionalProperties: false,
              required: expect.arrayContaining(["placedAt", "currency", "customer", "lines"]),
              properties: { lines: { items: { properties: { vatRateBps: { type: "integer", minimum: 0 } } } } },
            },
          },
        },
      },
    });
  });

  test("problems stand beside the answers, by status", () => {
    const statuses = ["200", "201", "400", "401", "403", "404", "409", "413", "415", "422", "429", "503"];
    const answers = Object.fromEntries(statuses.map((status) => [status, expect.anything()]));
    expect(document.paths["/orders/{number}"]?.put).toMatchObject({ responses: answers });
  });
});
