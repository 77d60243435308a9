import type { z } from "zod";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/i18n/locale";
import { isStorable, readJson } from "@/lib/server/api/body";
import { describeIssues } from "@/lib/server/api/issues";
import type { Operation } from "@/lib/server/api/operation";
import { type ApiProblem, isProblem, problem } from "@/lib/server/api/problems";

/** A request as it came: read, not yet checked against the operation's schemas. */
export type RawInput = {
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly bytes: Uint8Array;
  /** The slug of the seller an operator's key acts for. */
  readonly seller: string | undefined;
};

export type Input = { readonly params: unknown; readonly query: unknown; readonly body: unknown };

/** Read path, query and body. `seller` is taken out, so that the operations' schemas need not know it. */
export async function readInput(
  spec: Operation,
  request: Request,
  params: Readonly<Record<string, unknown>>,
): Promise<RawInput | ApiProblem> {
  const { seller: querySeller, ...query } = queryOf(request);
  if (!isStorable([params, query, querySeller])) return problem("not_found");
  const json = spec.body
    ? await readJson(request, spec.maxBytes ?? env().API_JSON_MAX_BYTES)
    : { value: undefined, bytes: new Uint8Array() };
  if (isProblem(json)) return json;
  const { seller: bodySeller, rest } = withoutSeller(json.value);
  const seller = [querySeller, bodySeller].find((value) => typeof value === "string");
  return { params, query, body: rest, bytes: json.bytes, seller };
}

/** Check everything against the operation's schemas: what is wrong with query and body comes in one answer. */
export function checkInput(spec: Operation, raw: RawInput, locale: Locale): Input | ApiProblem {
  const params = spec.params?.safeParse(raw.params);
  if (params && !params.success) return problem("not_found");
  const query = parse(spec.query, raw.query);
  const body = parse(spec.body, raw.body);
  const unknown = spec.query ? [] : Object.keys(raw.query);
  const issues = [
    ...issuesOf(query),
    ...unknown.map((key) => ({ code: "unrecognized_keys" as const, keys: [key], path: [], message: "", input: {} })),
    ...issuesOf(body),
  ];
  if (issues.length > 0) return problem("invalid", { errors: describeIssues(issues, locale) });
  return { params: params?.data, query: query?.data, body: body?.data };
}

function parse(schema: z.ZodType | undefined, value: unknown) {
  return schema?.safeParse(value, { reportInput: true });
}

function issuesOf(result: z.ZodSafeParseResult<unknown> | undefined): readonly z.core.$ZodIssue[] {
  return result?.error?.issues ?? [];
}

function queryOf(request: Request): Readonly<Record<string, unknown>> {
  const query = new URL(request.url).searchParams;
  return Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const values = query.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );
}

function withoutSeller(body: unknown): { readonly seller?: unknown; readonly rest: unknown } {
  if (typeof body !== "object" || body === null || Array.isArray(body) || !("seller" in body)) return { rest: body };
  const { seller, ...rest } = body;
  return { seller, rest };
}
