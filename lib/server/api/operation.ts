import type { z } from "zod";
import type { AdminScope, SellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { Locale } from "@/lib/i18n/locale";
import type { ProblemCode } from "@/lib/server/api/problems";

export type ApiMethod = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * Whose key opens an operation. `seller_*`: a seller's, or the operator's that names the seller (`seller`, the
 * slug, in the query or the JSON body). `operator_*`: the operator's only. An auditor's key never writes.
 */
export type Access = "seller_read" | "seller_write" | "operator_read" | "operator_write";

export type ResponseSpec = {
  readonly description: string;
  /** Of a JSON answer. Without it, `contentType` says what the bytes are. */
  readonly schema?: z.ZodType;
  readonly contentType?: string;
};

/** One call of the API: what it takes, what it answers. The OpenAPI document is written from these. */
export type Operation = {
  readonly method: ApiMethod;
  /** Under `/api/v1`, with `{names}`. */
  readonly path: `/${string}`;
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly access: Access;
  /** Of the path. A value that does not fit is a 404. */
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** JSON bytes accepted, when more than `API_JSON_MAX_BYTES` or less. */
  readonly maxBytes?: number;
  /** A multipart body, for the document only: the handler reads `request` itself. */
  readonly multipart?: z.ZodObject;
  /** Takes an `Idempotency-Key`: a repeated call gets the first answer again. */
  readonly idempotency?: "key";
  readonly responses: Readonly<Record<number, ResponseSpec>>;
  /** Problems beside those every operation may answer. */
  readonly problems?: readonly ProblemCode[];
};

/** Declare an operation; its literal types decide what the handler is given and may answer. */
export function operation<const Spec extends Operation>(spec: Spec): Spec {
  return spec;
}

type OutputOf<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type Loose<Value> = Value extends readonly (infer Item)[]
  ? readonly Loose<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Loose<Value[Key]> }
    : Value;

export type ScopeOf<Spec extends Operation> = Spec["access"] extends `operator_${string}` ? AdminScope : SellerScope;

/** What a handler is given: everything proven and parsed. */
export type Call<Spec extends Operation> = {
  readonly scope: ScopeOf<Spec>;
  readonly params: Spec extends { params: infer Schema } ? OutputOf<Schema> : undefined;
  readonly query: Spec extends { query: infer Schema } ? OutputOf<Schema> : undefined;
  readonly body: Spec extends { body: infer Schema } ? OutputOf<Schema> : undefined;
  readonly now: Instant;
  readonly locale: Locale;
  /** For a multipart body; a JSON one has been read. */
  readonly request: Request;
};

type Statuses<Spec extends Operation> = keyof Spec["responses"] & number;

/** What a handler may answer: a declared status with a body of its schema. */
export type Reply<Spec extends Operation> = {
  readonly [Status in Statuses<Spec>]: {
    readonly status: Status;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body: Spec["responses"][Status] extends { schema: infer Schema extends z.ZodType }
      ? Loose<z.input<Schema>>
      : undefined;
  };
}[Statuses<Spec>];

/** An answer of a declared status; its literals are kept, so that the compiler can hold them to the schema. */
export function reply<const Status extends number, const Body>(
  status: Status,
  body: Body,
  headers: Readonly<Record<string, string>> = {},
) {
  return { status, body, headers } as const;
}
