import { z } from "zod";
import { tellOfBounce } from "@/db/commands/bounced-mails";
import { beginMail, recordMailAttempt } from "@/db/commands/mails";
import { findMailToSend, type MailToSend } from "@/db/queries/mails";
import { findMarketplace } from "@/db/queries/marketplace";
import { env } from "@/lib/env";
import { currentTime } from "@/lib/server/clock";
import { defineTask, type JobContext } from "@/lib/server/jobs/task";
import { bodyToSend } from "@/lib/server/mail/body";
import { isBounce } from "@/lib/server/mail/bounce";
import { canSendMail, deliverMail } from "@/lib/server/mail/transport";
import { mailWords } from "@/lib/server/mail/words";
import { jobScope, sweepScope } from "@/lib/server/scope";

/**
 * Send one mail, at least once: it is marked as sent after the server took it, so that a crash in between sends
 * it again under the same Message-ID. Without SMTP it is kept. An address nobody has is not tried again.
 */
export const sendMailTask = defineTask(z.object({ mailId: z.uuid() }), async ({ mailId }, context) => {
  const scope = sweepScope("send_mail");
  const mail = await findMailToSend(scope, mailId);
  if (!mail || !(await beginMail(scope, mailId))) return;
  try {
    const words = mailWords({ ...mail, values: mail.content }, await commonValues());
    if (!canSendMail()) return await recordMailAttempt(scope, mail, { status: "kept", words });
    await deliver(mail, words);
    await recordMailAttempt(scope, mail, { status: "sent", at: currentTime(), words });
  } catch (error) {
    if (isBounce(error)) return await recordBounce(scope, mail, String(error));
    await recordMailAttempt(scope, mail, { status: statusAfter(context), error: String(error) });
    throw error;
  }
});

async function recordBounce(scope: ReturnType<typeof sweepScope>, mail: MailToSend, error: string): Promise<void> {
  await recordMailAttempt(scope, mail, { status: "bounced", error });
  const { id, sellerId, claimId, linkId, recipient } = mail;
  if (!sellerId || !claimId || !linkId) return;
  await tellOfBounce(jobScope(sellerId, scope.actor), { id, claimId, recipient }, currentTime());
}

function statusAfter({ attempt, maxAttempts }: JobContext): "queued" | "failed" {
  return attempt >= maxAttempts ? "failed" : "queued";
}

async function commonValues() {
  const marketplace = await findMarketplace(sweepScope("send_mail"));
  return { marketplace: marketplace?.name ?? "", baseUrl: env().BASE_URL };
}

async function deliver(mail: MailToSend, words: { readonly subject: string; readonly bodyText: string }) {
  await deliverMail({
    messageId: mail.messageId,
    to: mail.recipient,
    replyTo: mail.replyTo ?? undefined,
    subject: words.subject,
    locale: mail.locale,
    text: await bodyToSend(words.bodyText, mail),
  });
}
