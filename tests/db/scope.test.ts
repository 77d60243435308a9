import { sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { withScope } from "@/db/scope";
import { adminScope, entryScope, sweepScope } from "@/lib/server/scope";

afterAll(closeDatabase);

describe("withScope", () => {
  test("runs as the application role", async () => {
    const rows = await withScope(entryScope(), (tx) => tx.execute(sql`select current_user as who`));
    expect(rows[0]?.who).toBe("espace_app");
  });

  test("an auditor's transaction refuses every write", async () => {
    const auditor = adminScope({ role: "auditor", actor: { kind: "operator", userId: "u" } });
    await expect(withScope(auditor, (tx) => tx.execute(sql`delete from rate_limits`))).rejects.toMatchObject({
      cause: { message: expect.stringContaining("read-only transaction") },
    });
  });

  test("nothing leaks out of the transaction", async () => {
    await withScope(sweepScope("test"), (tx) => tx.execute(sql`select 1`));
    const rows = await withScope(entryScope(), (tx) =>
      tx.execute(sql`select current_setting('app.scope', true) as scope`),
    );
    expect(rows[0]?.scope).toBe("entry");
  });
});
