import postgres from "postgres";
import { inject } from "vitest";

export type TestDatabase = {
  readonly url: string;
  /** The owner, a plain role: row-level security binds it. */
  readonly owner: postgres.Sql;
  /** Sees and writes every row: to arrange and to verify, never to act. */
  readonly superuser: postgres.Sql;
  close(): Promise<void>;
};

/**
 * Raw connections to this test file's own database, for what the product's own
 * queries do not show. Close them in `afterAll`.
 */
export function testDatabase(): TestDatabase {
  const url = process.env.DATABASE_URL ?? "";
  const asSuperuser = new URL(inject("superuserUrl"));
  asSuperuser.pathname = new URL(url).pathname;
  const owner = openTestDatabase(url);
  const superuser = openTestDatabase(asSuperuser.href);
  return {
    url,
    owner,
    superuser,
    close: async () => {
      await Promise.all([owner.end({ timeout: 1 }), superuser.end({ timeout: 1 })]);
    },
  };
}

export function openTestDatabase(url: string): postgres.Sql {
  return postgres(url, { max: 2, onnotice: () => {} });
}
