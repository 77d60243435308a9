import { buffer } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

export type SmtpServer = {
  readonly url: string;
  /** Raw mails in the order they were taken. */
  readonly received: string[];
  /** Recipients of the envelopes that were taken. */
  readonly recipients: string[];
  /** Turn every sender away for now. */
  refuse: boolean;
  /** Addresses nobody has. */
  readonly unknown: Set<string>;
  close(): Promise<void>;
};

/** A real SMTP server that takes every mail and keeps its raw text, with CRLF read as LF. */
export async function startSmtpServer(): Promise<SmtpServer> {
  const received: string[] = [];
  const recipients: string[] = [];
  const unknown = new Set<string>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onMailFrom: (_address, _session, done) => done(state.refuse ? refusal(451, "not now") : null),
    onRcptTo: ({ address }, _session, done) => done(unknown.has(address) ? refusal(550, "no such user") : null),
    onData: (stream, session, done) => {
      buffer(stream).then((raw) => {
        received.push(raw.toString("utf8").replaceAll("\r\n", "\n"));
        recipients.push(...session.envelope.rcptTo.map(({ address }) => address));
        done();
      }, done);
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const state: SmtpServer = {
    url: `smtp://127.0.0.1:${port}`,
    received,
    recipients,
    unknown,
    refuse: false,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return state;
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
