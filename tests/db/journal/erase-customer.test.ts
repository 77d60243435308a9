import { uuidv7 } from "uuidv7";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { checkFigures } from "@/db/commands/check-figures";
import { eraseCustomer, exportCustomer } from "@/db/commands/customer-data";
import { findCustomerOrders, findOrdersByNumber } from "@/db/queries/customer-data";
import { fromEpochMs, type Instant, instant, toEpochMs } from "@/lib/calendar/instant";
import { checkFiles } from "@/lib/server/files/check-files";
import { verifyJournal } from "@/lib/server/journal/verify-journal";
import { previewPurge, purgeData } from "@/lib/server/purge";
import { adminScope, sweepScope } from "@/lib/server/scope";
import { deleteStoredFile } from "@/lib/server/storage/stored-files";
import { makeOrder, makeSeller } from "../../support/factory";
import { testDatabase } from "../../support/test-database";
import { ANSWERED, answeredClaim } from "./story";

const db = testDatabase();
afterAll(async () => {
  await db.close();
  await closeDatabase();
});

const admin = adminScope({ role: "admin", actor: { kind: "operator", userId: uuidv7() } });
const auditor = adminScope({ role: "auditor", actor: { kind: "operator", userId: uuidv7() } });
const sweep = sweepScope("purge_data");
const NOW = instant("2026-12-10T09:00:00Z");
const asked = { ground: "Demande reçue par lettre" };
/** Whatever of a person may be left: their words and names in these tests. */
const PERSONAL = ["Rien reçu", "Remboursé.", "Camille", "photo.jpg"];

async function aCustomer(email = `${uuidv7()}@example.org`) {
  const seller = await makeSeller();
  const story = await answeredClaim(seller);
  await db.superuser`update orders set customer_email = ${email}, customer_name = 'Camille Faure' where id = ${story.order.id}`;
  return { seller, email, ...story, orderId: story.order.id };
}

async function close(claimId: string, at: Instant = ANSWERED) {
  await db.superuser`update claims set state = 'closed', closed_at = ${at} where id = ${claimId}`;
}

/** Every text the database keeps of a seller, to look for a person in. */
async function traces(sellerId: string): Promise<string> {
  const rows = await db.superuser`
    select (select json_agg(o)::text from orders o where seller_id = ${sellerId}) as a,
      (select json_agg(m)::text from messages m where seller_id = ${sellerId}) as b,
      (select json_agg(r)::text from replies r where seller_id = ${sellerId}) as c,
      (select json_agg(d)::text from documents d where seller_id = ${sellerId}) as d,
      (select json_agg(p.payload)::text from events e join event_payloads p using (stream_kind, stream_id, seq)
        where e.seller_id = ${sellerId}) as e,
      (select json_agg(m)::text from mails m where seller_id = ${sellerId} and claim_id is not null) as f`;
  return JSON.stringify(rows);
}

describe("a customer's data", () => {
  test("is handed out whole, by an admin, and the journal says so", async () => {
    const { orderId, claimId, email, order } = await aCustomer();
    expect(await findOrdersByNumber(auditor, ` ${order.number.toLowerCase()} `)).toMatchObject([{ id: orderId }]);
    expect(await exportCustomer(auditor, orderId, NOW)).toMatchObject({ reason: "not_allowed" });
    expect(await exportCustomer(admin, uuidv7(), NOW)).toMatchObject({ reason: "customer_not_found" });
    const exported = await exportCustomer(admin, orderId, NOW);
    if (!exported.ok) throw new Error(exported.reason);
    const [own] = exported.value.orders;
    expect(own).toMatchObject({ number: order.number, customer: { name: "Camille Faure", email } });
    expect(own?.claims[0]).toMatchObject({
      messages: [{ body: "Rien reçu." }],
      documents: [{ fileName: "photo.jpg" }],
    });
    const told = await db.superuser`select 1 from events where type = 'customer_exported'`;
    expect(told).toHaveLength(1);
    await close(claimId);
  });

  test("is not erased while a claim is open, nor by an auditor, and nothing is lost by asking", async () => {
    const { orderId, seller } = await aCustomer();
    const before = await traces(seller.id);
    expect(await eraseCustomer(admin, { orderId, ...asked }, NOW)).toMatchObject({ reason: "open_claims" });
    expect(await eraseCustomer(auditor, { orderId, ...asked }, NOW)).toMatchObject({ reason: "not_allowed" });
    expect(await traces(seller.id)).toBe(before);
  });

  test("is not erased while a delivery is contested without a ruling", async () => {
    const { orderId, claimId, seller } = await aCustomer();
    await close(claimId);
    await db.superuser`insert into proof_contests (seller_id, id, claim_id, document_ids, contested_at)
      values (${seller.id}, ${uuidv7()}, ${claimId}, '{}', ${ANSWERED})`;
    expect(await eraseCustomer(admin, { orderId, ...asked }, NOW)).toMatchObject({ reason: "in_dispute" });
  });

  test("goes from every order of theirs; invoices, dates, figures and chains stay", async () => {
    const first = await aCustomer();
    const second = await aCustomer(first.email);
    const other = await aCustomer();
    await close(first.claimId);
    expect(await eraseCustomer(admin, { orderId: first.orderId, ...asked }, NOW)).toMatchObject({ ok: false });
    await close(second.claimId);
    const untouched = await traces(other.seller.id);
    const erased = await eraseCustomer(admin, { orderId: first.orderId, ...asked }, NOW);
    if (!erased.ok) throw new Error(erased.reason);
    expect(erased.value.orders).toBe(2);
    for (const key of erased.value.files) await deleteStoredFile(key);
    for (const { seller } of [first, second]) {
      const left = await traces(seller.id);
      for (const word of [...PERSONAL, first.email]) expect(left, word).not.toContain(word);
    }
    expect(await traces(other.seller.id)).toBe(untouched);
    expect(await findCustomerOrders(admin, first.orderId)).toEqual([]);
    expect(await verifyJournal(sweep)).toMatchObject({ holds: true });
    expect((await checkFigures(sweepScope("check_figures"), () => NOW)).differences).toEqual([]);
    expect((await checkFiles(sweepScope("check_files"), () => NOW)).faults).toEqual([]);
  });
});

describe("what has had its time", () => {
  const yearsAfter = (years: number) => fromEpochMs(toEpochMs(ANSWERED) + years * 366 * 86_400_000);

  test("is counted without being touched, then goes, once", async () => {
    const { seller, claimId } = await aCustomer();
    const lone = await makeOrder(seller);
    await close(claimId);
    const before = await traces(seller.id);
    const early = await previewPurge(auditor, instant("2026-12-01T09:00:00Z"));
    expect(early.every(({ count }) => count === 0)).toBe(true);
    const later = await previewPurge(auditor, yearsAfter(5));
    expect(later.find(({ kind }) => kind === "closed_claim")?.count).toBeGreaterThan(0);
    expect(later.find(({ kind }) => kind === "order_without_claim")?.count).toBeGreaterThan(0);
    expect(await traces(seller.id)).toBe(before);
    expect(await purgeData(sweep, yearsAfter(5))).toEqual(later);
    const left = await traces(seller.id);
    for (const word of PERSONAL) expect(left, word).not.toContain(word);
    const [row] = await db.superuser`select erased_at from orders where id = ${lone.id}`;
    expect(row?.erased_at).not.toBeNull();
    expect((await purgeData(sweep, yearsAfter(5))).every(({ count }) => count === 0)).toBe(true);
    expect(await verifyJournal(sweep)).toMatchObject({ holds: true });
    expect(await db.superuser`select 1 from events where type = 'data_purged'`).toHaveLength(1);
  });

  test("is not what is still open, however old", async () => {
    const { seller } = await aCustomer();
    await purgeData(sweep, yearsAfter(20));
    expect(await traces(seller.id)).toContain("Rien reçu");
  });
});
