import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { newApiKey } from "@/lib/auth/api-key";
import { OPERATIONS } from "@/lib/server/api/catalogue";
import { testDatabase } from "../../support/test-database";
import { makeCallers } from "./callers";

/* Every call of the API, tried with a seller's key and with keys that only read: one is no operator's, the others write nothing. */
const db = testDatabase();
const keys = {
  seller: newApiKey("seller"),
  reader: newApiKey("seller"),
  auditor: newApiKey("admin"),
  watcher: newApiKey("admin"),
};
let params: Awaited<ReturnType<typeof makeCallers>>["params"];

beforeAll(async () => {
  ({ params } = await makeCallers(db));
  const kept = [
    { ...keys.seller, sellerId: params.sellerId, role: null, access: "write" },
    { ...keys.reader, sellerId: params.sellerId, role: null, access: "read" },
    { ...keys.auditor, sellerId: null, role: "auditor", access: "write" },
    { ...keys.watcher, sellerId: null, role: "admin", access: "read" },
  ];
  for (const { keyHash, lastFour, sellerId, role, access } of kept) {
    await db.superuser`insert into api_keys (id, seller_id, operator_role, key_hash, label, last_four, access, created_at)
      values (${uuidv7()}, ${sellerId}, ${role}, ${keyHash}, 'test', ${lastFour}, ${access}, now())`;
  }
});
afterAll(async () => {
  await db.close();
  await closeDatabase();
});

async function call({ method, path }: (typeof OPERATIONS)[number], key: string): Promise<number> {
  const folder = path.replaceAll("{", "[").replaceAll("}", "]");
  const { [method]: handle } = await import(`../../../app/api/v1${folder}/route`);
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const body = method === "GET" ? {} : { body: "{}" };
  const request = new Request(`http://localhost:3000/api/v1${path}`, { method, headers, ...body });
  const answer: Response = await handle(request, { params: Promise.resolve({ ...params }) });
  return answer.status;
}

const events = async () => Number((await db.superuser`select count(*)::int as count from events`)[0]?.count);

describe.each(OPERATIONS.map((operation) => ({ ...operation, operation })))(
  "$method $path",
  ({ access, operation }) => {
    test(`as a seller's key, where ${access} is asked`, async () => {
      const status = await call(operation, keys.seller.key);
      if (access.startsWith("operator_")) expect(status).toBe(403);
      else expect([401, 403]).not.toContain(status);
    });

    test.each(["reader", "auditor", "watcher"] as const)(
      `as a key that only reads (%s), where ${access} is asked`,
      async (who) => {
        const before = await events();
        const status = await call(operation, keys[who].key);
        const isRefused = access.endsWith("_write") || (who === "reader" && access.startsWith("operator_"));
        if (isRefused) expect(status).toBe(403);
        else expect(status).not.toBe(401);
        expect(await events()).toBe(before);
      },
    );
  },
);
