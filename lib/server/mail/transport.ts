import { createTransport, type Transporter } from "nodemailer";
import { env } from "@/lib/env";
import { mailHtml } from "@/lib/notifications/mail-html";

export type OutgoingMail = {
  readonly messageId: string;
  readonly to: string;
  readonly replyTo?: string | undefined;
  readonly subject: string;
  readonly text: string;
  readonly locale: string;
};

let pooled: { readonly url: string; readonly transporter: Transporter } | undefined;

/** Whether mail leaves at all; without SMTP_URL it is kept and read in the outbox page. */
export function canSendMail(): boolean {
  return env().SMTP_URL !== undefined;
}

/**
 * Hand one mail to the SMTP server, as text and as HTML made from it; throws when it does not take it. The recipient is
 * one address, never read as a list: a comma in it names nobody else.
 */
export async function deliverMail({ to, locale, ...mail }: OutgoingMail): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (SMTP_URL === undefined) throw new Error("SMTP_URL is not set: mail is kept, not sent");
  await transporter(SMTP_URL).sendMail({
    ...mail,
    to: { name: "", address: to },
    html: mailHtml({ ...mail, locale }),
    from: MAIL_FROM,
    headers: { "Auto-Submitted": "auto-generated", "Content-Language": locale },
  });
}

function transporter(url: string): Transporter {
  if (pooled?.url !== url) {
    pooled?.transporter.close();
    pooled = {
      url,
      transporter: createTransport({ url, pool: true, connectionTimeout: 10_000, socketTimeout: 30_000 }),
    };
  }
  return pooled.transporter;
}
