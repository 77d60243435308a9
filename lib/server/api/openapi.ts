import { z } from "zod";
import { MESSAGES } from "@/lib/i18n/messages";
import type { Operation, ResponseSpec } from "@/lib/server/api/operation";
import { PROBLEMS, type ProblemCode } from "@/lib/server/api/problems";

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The OpenAPI 3.1 document of these operations, from the very schemas that check the requests. */
export function openApiDocument(operations: readonly Operation[], baseUrl: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const spec of operations) {
    paths[spec.path] = { ...paths[spec.path], [spec.method.toLowerCase()]: operationObject(spec) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Espace vendeur", version: "1.0.0", description: DESCRIPTION },
    servers: [{ url: `${baseUrl}/api/v1` }],
    security: [{ key: [] }],
    paths,
    components: {
      securitySchemes: {
        key: { type: "http", scheme: "bearer", description: "A seller's or the operator's API key." },
      },
      schemas: { Problem: PROBLEM },
    },
  };
}

const DESCRIPTION = [
  "Amounts are whole cents, rates basis points (2000 is 20 %), instants RFC 3339 with an offset, days YYYY-MM-DD.",
  "Problems are RFC 9457 documents in the language of Accept-Language (fr, en).",
  "With the operator's key, calls that concern one seller name it: `seller`, its slug, in the query or the JSON body.",
].join("\n\n");

function operationObject(spec: Operation) {
  return {
    operationId: spec.id,
    tags: [spec.tag],
    summary: spec.summary,
    ...(spec.description ? { description: spec.description } : {}),
    parameters: parametersOf(spec),
    ...requestBodyOf(spec),
    responses: { ...successes(spec), ...refusals(spec) },
  };
}

function parametersOf(spec: Operation) {
  const seller = {
    name: "seller",
    in: "query",
    schema: { type: "string" },
    description: "Operator's key only: slug of the seller.",
  };
  const key = { name: "Idempotency-Key", in: "header", schema: { type: "string", maxLength: 200 } };
  return [
    ...fieldsOf(spec.params, "path"),
    ...fieldsOf(spec.query, "query"),
    ...(spec.access.startsWith("seller_") ? [seller] : []),
    ...(spec.idempotency ? [key] : []),
  ];
}

function fieldsOf(schema: z.ZodObject | undefined, place: "path" | "query") {
  if (!schema) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, "input");
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: property,
  }));
}

function requestBodyOf(spec: Operation) {
  const content = {
    ...(spec.body ? { "application/json": { schema: jsonSchema(spec.body, "input") } } : {}),
    ...(spec.multipart ? { "multipart/form-data": { schema: jsonSchema(spec.multipart, "input") } } : {}),
  };
  return Object.keys(content).length > 0 ? { requestBody: { required: true, content } } : {};
}

function successes(spec: Operation) {
  return Object.fromEntries(
    Object.entries(spec.responses).map(([status, response]) => [
      status,
      { description: response.description, ...contentOf(response) },
    ]),
  );
}

function contentOf({ schema, contentType }: ResponseSpec) {
  if (schema) return { content: { "application/json": { schema: jsonSchema(schema, "input") } } };
  return contentType ? { content: { [contentType]: { schema: { type: "string", format: "binary" } } } } : {};
}

const ALWAYS = [
  "unauthenticated",
  "forbidden",
  "rate_limited",
  "unavailable",
] as const satisfies readonly ProblemCode[];

/** Problems grouped by status; their codes are named, since that is what a caller switches over. */
function refusals(spec: Operation) {
  const codes: readonly ProblemCode[] = [
    ...ALWAYS,
    ...(spec.params ? (["not_found"] as const) : []),
    ...(spec.body ? (["malformed_json", "body_too_large", "unsupported_media_type"] as const) : []),
    ...(spec.access.startsWith("seller_") ? (["seller_required", "seller_unknown"] as const) : []),
    ...(spec.idempotency ? (["idempotency_key_reused", "request_in_progress"] as const) : []),
    "invalid",
    ...(spec.problems ?? []),
  ];
  const byStatus = Object.groupBy(new Set(codes), (code) => String(PROBLEMS[code]));
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, list = []]) => [
      status,
      {
        description: list.map((code) => `\`${code}\`: ${MESSAGES.en.api.problems[code].title}`).join("\n\n"),
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    ]),
  );
}

function jsonSchema(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  const { $schema: _, ...document } = z.toJSONSchema(schema, { io, unrepresentable: "any", reused: "inline" });
  return document;
}

const PROBLEM = {
  type: "object",
  required: ["type", "title", "status", "detail", "code"],
  properties: {
    type: { type: "string", format: "uri" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    code: { type: "string", description: "Never changes, whatever the language." },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["path", "code", "message"],
        properties: {
          path: { type: "string", examples: ["lines[0].quantity"] },
          code: { type: "string" },
          message: { type: "string" },
        },
      },
    },
  },
};
