import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as bounces from "@/app/api/v1/mails/bounces/route";
import { closeDatabase } from "@/db/client";
import { reportBounce } from "@/db/commands/bounced-mails";
import { openClaim } from "@/db/commands/open-claim";
import { adminScope } from "@/lib/server/scope";
import { callApi, makeApiKey } from "../../support/api";
import { makeOrder, makeSeller } from "../../support/factory";
import { type TestDatabase, testDatabase } from "../../support/test-database";
import { NOW } from "../auth/people";

let db: TestDatabase;
let key: string;
beforeAll(async () => {
  db = testDatabase();
  key = await makeApiKey(db.superuser, { role: "admin" });
});
afterAll(async () => {
  await db.close();
  await closeDatabase();
});

/** The mail a claim's customer was sent. */
async function aSentMail() {
  const seller = await makeSeller();
  const { number } = await makeOrder(seller);
  const input = { orderNumber: number, situation: "other", message: "Une question." } as const;
  const claim = await openClaim(seller.scope, { input, recordedBy: "customer", locale: "fr" }, NOW);
  if (!claim.ok) throw new Error(claim.reason);
  const [row] = await db.superuser`update mails set status = 'sent', sent_at = ${NOW}
    where claim_id = ${claim.value.claimId} and link_id is not null returning id, message_id`;
  return { seller, id: String(row?.id), messageId: String(row?.message_id) };
}

const state = async (id: string) => (await db.superuser`select status, last_error from mails where id = ${id}`)[0];
const told = (sellerId: string) =>
  db.superuser`select 1 from seller_notices where seller_id = ${sellerId} and template = 'mail_bounced'`;
const report = (body: object, by = key) => callApi(bounces.POST, { method: "POST", key: by, body });

describe("a mail that comes back later", () => {
  test("is found by its Message-ID, shown as returned, and told to the seller once", async () => {
    const mail = await aSentMail();
    const body = { messageId: mail.messageId, status: "5.1.1", diagnostic: "550 no such user" };
    expect(await report(body)).toMatchObject({ status: 200, body: { mailId: mail.id, state: "bounced" } });
    expect((await report(body)).status).toBe(200);
    expect(await state(mail.id)).toEqual({ status: "bounced", last_error: "5.1.1 550 no such user" });
    expect(await told(mail.seller.id)).toHaveLength(1);
  });

  test("is noted by the operator, not by an auditor", async () => {
    const mail = await aSentMail();
    const as = (role: "admin" | "auditor") => adminScope({ role, actor: { kind: "operator", userId: uuidv7() } });
    const asked = { mail: { mailId: mail.id }, reason: "550 5.2.1 boîte fermée" };
    expect(await reportBounce(as("auditor"), asked, NOW)).toEqual({ ok: false, reason: "not_allowed" });
    expect(await state(mail.id)).toMatchObject({ status: "sent" });
    expect(await reportBounce(as("admin"), asked, NOW)).toMatchObject({ ok: true });
    expect(await state(mail.id)).toMatchObject({ status: "bounced" });
  });

  test("is being sent again: the report of the first attempt is refused", async () => {
    const mail = await aSentMail();
    await db.superuser`update mails set status = 'queued' where id = ${mail.id}`;
    expect(await report({ messageId: mail.messageId, status: "5.1.1" })).toMatchObject({
      status: 409,
      body: { code: "mail_not_sent" },
    });
    expect(await told(mail.seller.id)).toEqual([]);
  });

  test.each([
    { because: "a Message-ID nobody knows", body: { messageId: "<autre@exemple.fr>", status: "5.1.1" }, status: 404 },
    { because: "a delay, which may still pass", body: { messageId: "<a@b.fr>", status: "4.4.1" }, status: 422 },
    { because: "a success", body: { messageId: "<a@b.fr>", status: "2.1.5" }, status: 422 },
    { because: "no angle brackets", body: { messageId: "a@b.fr", status: "5.1.1" }, status: 422 },
    { because: "a second line", body: { messageId: "<a\r\nBcc: x@b.fr>", status: "5.1.1" }, status: 422 },
  ])("with $because is refused", async ({ body, status }) => {
    expect((await report(body)).status).toBe(status);
  });

  test("another seller sees nothing: no seller's key reports a bounce", async () => {
    const mail = await aSentMail();
    const sellers = await makeApiKey(db.superuser, { sellerId: mail.seller.id });
    expect((await report({ messageId: mail.messageId, status: "5.1.1" }, sellers)).status).toBe(403);
    expect(await state(mail.id)).toMatchObject({ status: "sent" });
  });
});
