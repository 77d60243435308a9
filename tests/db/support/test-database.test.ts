import { afterAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../support/test-database.ts";

const database = testDatabase();
afterAll(() => database.close());

describe("the test database", () => {
  test("is migrated and belongs to a role that row-level security binds", async () => {
    const [owner] = await database.owner`
      select rolsuper, rolbypassrls, pg_has_role('espace_app', 'SET') as may_act_as_app
      from pg_roles where rolname = current_user`;
    expect(owner).toEqual({ rolsuper: false, rolbypassrls: false, may_act_as_app: true });
  });

  test("has the job queue's tables, which belong to the same owner", async () => {
    const [queue] = await database.owner`select count(*)::int as jobs from graphile_worker.jobs`;
    expect(queue).toEqual({ jobs: 0 });
  });

  test("sorts French words as a French dictionary does", async () => {
    const rows = await database.owner`
      select word from unnest(array['zèbre', 'élan', 'eau', 'Éclair']) as word order by word`;
    expect(rows.map((row) => row.word)).toEqual(["eau", "Éclair", "élan", "zèbre"]);
  });
});
