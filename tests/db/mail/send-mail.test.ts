import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { retryMail } from "@/db/commands/mails";
import { requestPasswordReset } from "@/db/commands/passwords";
import { accountLinkUrl, newAccountLink } from "@/lib/server/mail/account-token";
import { sendMailTask } from "@/lib/server/mail/send-mail";
import { entryScope } from "@/lib/server/scope";
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
});
