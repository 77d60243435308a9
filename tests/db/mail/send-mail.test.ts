import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { retryMail } from "@/db/commands/mails";
import { openClaim } from "@/db/commands/open-claim";
import { requestPasswordReset } from "@/db/commands/passwords";
import { listMailsOfClaim } from "@/db/queries/mails";
import { accountLinkUrl, newAccountLink } from "@/lib/server/mail/account-token";
import { sendMailTask } from "@/lib/server/mail/send-mail";
import { entryScope } from "@/lib/server/scope";
import { makeOrder, makeSeller, memberOf } from "../../support/factory";
import { type TestDatabase, testDatabase } from "../../support/test-database";
import { anOperator, aUser, NOW } from "../auth/people";
import { type SmtpServer, startSmtpServer } from "./smtp-server";

let db: TestDatabase;
let smtp: SmtpServer;
beforeAll(async () => {
  db = testDatabase();
  smtp = await startSmtpServer();
  process.env.SMTP_URL = smtp.url;
});
beforeEach(() => {
  smtp.received.length = 0;
  smtp.recipients.length = 0;
  smtp.unknown.clear();
  smtp.refuse = false;
});
afterAll(async () => {
  await smtp.close();
  await db.close();
});

async function aQueuedMail() {
  const { email } = await aUser(db);
  const link = newAccountLink("password_reset");
  await requestPasswordReset(entryScope(), { email, link }, NOW);
  const [row] = await db.superuser`select id, message_id from mails where recipient = ${email}`;
  return { email, linkId: link.id, id: String(row?.id), messageId: String(row?.message_id) };
}

function send(mailId: string, attempt = 1) {
  const context = { jobId: "1", attempt, maxAttempts: 3, signal: new AbortController().signal };
  return sendMailTask.run({ mailId }, context);
}

async function state(id: string) {
  const [row] = await db.superuser`select status, attempts, last_error, body_text from mails where id = ${id}`;
  return row;
}

/** Quoted-printable undone: soft line ends and escaped signs. */
function unquoted(text = "") {
  return text.replace(/=\n/g, "").replace(/=3D/g, "=");
}

describe("sending a mail", () => {
  test("puts the address in what leaves and keeps the placeholder in the row", async () => {
    const mail = await aQueuedMail();
    await send(mail.id);
    const [sent] = smtp.received;
    expect(unquoted(sent)).toContain(accountLinkUrl("password_reset", mail.linkId));
    expect(sent).toContain(`Message-ID: ${mail.messageId}`);
    expect(sent).toContain(`To: ${mail.email}`);
    expect(await state(mail.id)).toMatchObject({
      status: "sent",
      attempts: 1,
      body_text: expect.stringContaining("{{account_link}}"),
    });
  });

  test("happens once, however often the job runs", async () => {
    const mail = await aQueuedMail();
    await send(mail.id);
    await send(mail.id, 2);
    expect(smtp.received).toHaveLength(1);
  });

  test("is tried again while the server refuses, then told as failed, then sent when an admin asks", async () => {
    const mail = await aQueuedMail();
    smtp.refuse = true;
    await expect(send(mail.id, 1)).rejects.toThrow();
    expect(await state(mail.id)).toMatchObject({ status: "queued", attempts: 1 });
    await expect(send(mail.id, 3)).rejects.toThrow();
    expect(await state(mail.id)).toMatchObject({ status: "failed", last_error: expect.stringContaining("451") });
    smtp.refuse = false;
    const admin = await anOperator(db);
    expect(await retryMail(admin.scope, mail.id)).toMatchObject({ ok: true });
    expect(await retryMail(admin.scope, mail.id)).toMatchObject({ reason: "mail_not_retryable" });
    await send(mail.id);
    expect(await state(mail.id)).toMatchObject({ status: "sent", last_error: null });
    expect(smtp.received[0]).toContain(`Message-ID: ${mail.messageId}`);
  });

  test("to an address nobody has comes back: not tried again, told to the seller, shown on the claim, sent again when asked", async () => {
    const seller = await makeSeller();
    const { number } = await makeOrder(seller, { email: "personne@exemple.fr" });
    const input = { orderNumber: number, situation: "other", message: "Une question." } as const;
    const claim = await openClaim(seller.scope, { input, recordedBy: "customer", locale: "fr" }, NOW);
    if (!claim.ok) throw new Error(claim.reason);
    const [row] = await db.superuser`select id from mails where recipient = 'personne@exemple.fr'`;
    smtp.unknown.add("personne@exemple.fr");
    await send(String(row?.id));
    expect(await state(String(row?.id))).toMatchObject({
      status: "bounced",
      last_error: expect.stringContaining("550"),
    });
    const [shown] = await listMailsOfClaim(seller.scope, claim.value.claimId);
    expect(shown).toMatchObject({ status: "bounced", total: 1, recipient: "personne@exemple.fr" });
    const notices = await db.superuser`select content from seller_notices where template = 'mail_bounced'`;
    expect(notices).toMatchObject([{ content: { email: "personne@exemple.fr", orderNumber: number } }]);
    smtp.unknown.clear();
    const other = await makeSeller();
    expect(await retryMail(other.scope, String(row?.id))).toMatchObject({ reason: "mail_not_retryable" });
    expect(await retryMail(memberOf(seller.id, "viewer"), String(row?.id))).toMatchObject({ reason: "not_allowed" });
    expect(await retryMail(seller.scope, String(row?.id))).toMatchObject({ ok: true });
    await send(String(row?.id));
    expect(await state(String(row?.id))).toMatchObject({ status: "sent" });
  });

  test("carries text and HTML of the same words, and says that an answer to it arrives", async () => {
    const seller = await makeSeller();
    const { number } = await makeOrder(seller, { email: "lea@exemple.fr" });
    const input = { orderNumber: number, situation: "other", message: "Une question." } as const;
    await openClaim(seller.scope, { input, recordedBy: "customer", locale: "fr" }, NOW);
    const [row] = await db.superuser`select id from mails where recipient = 'lea@exemple.fr'`;
    await send(String(row?.id));
    const raw = unquoted(smtp.received[0]);
    expect(raw).toContain("Content-Type: text/plain");
    expect(raw).toContain("Content-Type: text/html");
    expect(raw).toContain(`Reply-To: sav@${seller.slug}.example`);
    expect(raw.match(/\/suivi\/[\w-]{46}/g)?.length).toBe(3);
    expect(raw).toContain('<html lang="fr">');
    expect(raw).not.toContain("{{customer_link}}");
  });

  test.each([
    '"jeanne, x@exemple.fr"@exemple.fr',
    "jeanne@exemple.fr, espion@exemple.org",
    "jeanne@exemple.fr\r\nBcc: espion@exemple.org",
  ])("goes to nobody else, whatever the address holds: %j", async (address) => {
    const mail = await aQueuedMail();
    await db.superuser`update mails set recipient = ${address} where id = ${mail.id}`;
    await send(mail.id, 3).catch(() => undefined);
    expect(smtp.recipients).not.toContain("espion@exemple.org");
    expect(smtp.received.join("\n")).not.toMatch(/^Bcc:/m);
  });

  test.each([
    { because: "with a comma", written: "a@example.org,b@example.org" },
    { because: "with quotes", written: '"a\\" ,b"@example.org' },
    { because: "with a line break", written: "a@example.org\r\nBcc: b@example.org" },
  ])("an address $because is one address: nobody else gets a mail", async ({ written }) => {
    const mail = await aQueuedMail();
    await db.superuser`update mails set recipient = ${written} where id = ${mail.id}`;
    await send(mail.id).catch(() => undefined);
    expect(smtp.recipients.length).toBeLessThanOrEqual(1);
    expect(smtp.recipients).not.toContain("b@example.org");
    expect(smtp.received.join("\n")).not.toMatch(/^Bcc:/im);
  });

  test("cancelled while its job waited is not sent", async () => {
    const mail = await aQueuedMail();
    await db.superuser`update mails set status = 'cancelled' where id = ${mail.id}`;
    await send(mail.id);
    expect(smtp.received).toEqual([]);
    expect(await state(mail.id)).toMatchObject({ status: "cancelled" });
  });

  test("left in hand by a worker that was killed, it is taken up again under its Message-ID", async () => {
    const mail = await aQueuedMail();
    await db.superuser`update mails set status = 'sending' where id = ${mail.id}`;
    await send(mail.id, 2);
    expect(smtp.received[0]).toContain(`Message-ID: ${mail.messageId}`);
    expect(await state(mail.id)).toMatchObject({ status: "sent" });
  });
});
