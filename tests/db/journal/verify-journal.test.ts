import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { erasePayloads } from "@/db/commands/erase-payloads";
import { issueInvoice } from "@/db/commands/issue-invoice";
import { sealJournal } from "@/db/commands/seal-journal";
import { withScope } from "@/db/scope";
import { isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import { verifyJournal } from "@/lib/server/journal/verify-journal";
import { sweepScope } from "@/lib/server/scope";
import { makeEverything } from "../../support/everything";
import { makeSeller } from "../../support/factory";
import { testDatabase } from "../../support/test-database";
import { addToByte, alteration, type Kept, type Row, seededNumbers, type Table } from "./alterations";
import { ANSWERED, answeredClaim } from "./story";

const ALTERATIONS = 1_000;
const raw = testDatabase();
const sweep = sweepScope("test");
let kept: Kept;
let photo: string;

/** Three sellers' claims, a photo, two invoices, two roots and events since the last one. */
beforeAll(async () => {
  const seller = await makeEverything();
  await answeredClaim(seller);
  await sealJournal(sweep, isoDate("2026-11-20"), instant("2026-11-21T00:12:00Z"));
  const { documentId, order } = await answeredClaim(seller);
  photo = documentId;
  await sealJournal(sweep, isoDate("2026-11-21"), instant("2026-11-22T00:12:00Z"));
  await issueInvoice(
    seller.scope,
    { orderNumber: order.number },
    { render: async () => new Uint8Array([1, 2, 3]), now: ANSWERED },
  );
  await answeredClaim(await makeSeller());
  kept = {
    events: await readTable("events"),
    event_payloads: await readTable("event_payloads"),
    event_heads: await readTable("event_heads"),
    journal_leaves: await readTable("journal_leaves"),
    journal_roots: await readTable("journal_roots"),
    documents: await readTable("documents"),
    invoices: await readTable("invoices"),
  };
});
afterAll(async () => {
  await raw.close();
  await closeDatabase();
});

async function readTable(table: Table): Promise<readonly Row[]> {
  const rows = await raw.superuser<{ row: Row }[]>`select to_json(t) as row from ${raw.superuser(table)} t`;
  const isHashed = ({ row }: { row: Row }) => table !== "documents" || row.status === "verified";
  return rows.filter(isHashed).map(({ row }) => row);
}

/** Put these rows in the place of a table's, past every check that a hand at the database can pass. */
async function writeTable(table: Table, rows: readonly Row[]): Promise<void> {
  await raw.superuser.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await sql`delete from ${sql(table)} where ${table === "documents" ? sql`status = 'verified'` : sql`true`}`;
    await sql`insert into ${sql(table)}
      select * from json_populate_recordset(null::${sql(table)}, ${JSON.stringify(rows)}::text::json)`;
  });
}

describe("the journal", () => {
  test("as it is holds, whole", async () => {
    expect(await verifyJournal(sweep)).toMatchObject({ holds: true, roots: 2, files: 5, streams: 6 });
  });

  test(`names the row of each of ${ALTERATIONS} alterations`, async () => {
    const pick = seededNumbers(20_261_123);
    const unnoticed: string[] = [];
    for (let count = 0; count < ALTERATIONS; count += 1) {
      const { table, rows, names, told } = alteration(kept, pick);
      await writeTable(table, rows);
      const verdict = await verifyJournal(sweep);
      const row = verdict.holds ? "nothing" : verdict.bad.row;
      if (!names.some((name) => row.includes(name))) unnoticed.push(`${told}: named ${row}`);
      await writeTable(table, kept[table]);
    }
    expect(unnoticed).toEqual([]);
    expect(await verifyJournal(sweep)).toMatchObject({ holds: true });
  }, 600_000);

  test("names the file of which any byte changed", async () => {
    const path = join(process.env.DATA_DIR ?? "", "files", photo.slice(-2), photo);
    const pick = seededNumbers(7);
    for (let at = 0; at < readFileSync(path).length; at += 1) {
      const by = 1 + pick(255);
      addToByte(path, at, by);
      expect(await verifyJournal(sweep)).toEqual({
        holds: false,
        bad: { row: `document ${photo}`, fault: "document_changed" },
      });
      addToByte(path, at, 256 - by);
    }
  });

  test("knows a root that was mailed, and misses one that is not there any more", async () => {
    const mailed = String(kept.journal_roots[0]?.hash);
    expect(await verifyJournal(sweep, mailed)).toMatchObject({ holds: true });
    expect(await verifyJournal(sweep, "f".repeat(64))).toMatchObject({
      holds: false,
      bad: { fault: "root_missing" },
    });
  });

  test("holds after a claim's personal data was erased, and not when a payload is taken away in silence", async () => {
    const seller = await makeSeller();
    const { claimId } = await answeredClaim(seller);
    const act = { sellerId: seller.id, claimId, actor: seller.job.actor, now: ANSWERED };
    expect(await withScope(seller.job, (tx) => erasePayloads(tx, act, "asked"))).toBe(3);
    expect(await verifyJournal(sweep)).toMatchObject({ holds: true });
    const left =
      await raw.superuser`select e.type from events e join event_payloads p using (stream_kind, stream_id, seq)
      where e.stream_id = ${claimId}`;
    const types = left.map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(["claim_opened", "clock_started", "document_verified"]));
    expect(types).not.toEqual(expect.arrayContaining(["reply_sent"]));
    await raw.superuser`delete from event_payloads where stream_id = ${claimId}
      and payload like '%seqs%'`;
    expect(await verifyJournal(sweep)).toMatchObject({ holds: false, bad: { fault: "payload_missing" } });
  });
});
