import type postgres from "postgres";
import { uuidv7 } from "uuidv7";
import { type ApiKeyKind, newApiKey } from "@/lib/auth/api-key";
import type { OperatorRole } from "@/lib/auth/role";
import type { RouteHandler } from "@/lib/server/api/route";

type Owner = { readonly sellerId: string } | { readonly role: OperatorRole };

/** A key in force, made past every scope: what tests send as `Authorization`. */
export async function makeApiKey(superuser: postgres.Sql, owner: Owner): Promise<string> {
  const kind: ApiKeyKind = "sellerId" in owner ? "seller" : "admin";
  const { key, keyHash, lastFour } = newApiKey(kind);
  await superuser`insert into api_keys ${superuser({
    id: uuidv7(),
    seller_id: "sellerId" in owner ? owner.sellerId : null,
    operator_role: "role" in owner ? owner.role : null,
    key_hash: keyHash,
    label: "test",
    last_four: lastFour,
    created_at: new Date().toISOString(),
  })}`;
  return key;
}

export type ApiCall = {
  readonly key?: string | undefined;
  readonly method?: string;
  readonly path?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Call an exported route handler as Next would. A text body is sent as it is, anything else as JSON. */
export async function callApi(handler: RouteHandler, call: ApiCall) {
  const { key, method = "GET", path = "/", params = {}, body, headers = {} } = call;
  const request = new Request(`http://localhost:3000/api/v1${path}`, {
    method,
    headers: {
      ...(key ? { authorization: `Bearer ${key}` } : {}),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const response = await handler(request, { params: Promise.resolve(params) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? undefined : JSON.parse(text) };
}
