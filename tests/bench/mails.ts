import { fork } from "node:child_process";
import { once } from "node:events";
import { buffer } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { SMTPServer } from "smtp-server";
import { instant } from "@/lib/calendar/instant";
import { onBenchDatabase } from "@/tests/support/bench-database";

/**
 * A thousand mails at once to a real SMTP server, read pages meanwhile, and a worker killed half-way:
 * `npx tsx tests/bench/mails.ts`. The reads are those of the customer's page, the work of the web on the database.
 */
const MAILS = 1000;
const READING_MS = 4000;
const NOW = instant("2026-11-23T09:00:00Z");

if (process.argv[2] === "worker") await work();
else await bench();

async function work() {
  const { startJobs } = await import("@/lib/server/jobs/runner");
  const jobs = await startJobs(undefined, []);
  process.once("SIGTERM", () => jobs.stop().then(() => process.exit(0)));
}

async function bench() {
  const smtp = await startSmtp();
  process.env.SMTP_URL = smtp.url;
  try {
    await onBenchDatabase(() => measure(smtp));
  } finally {
    await smtp.close();
  }
}

type Smtp = Awaited<ReturnType<typeof startSmtp>>;

async function measure(smtp: Smtp) {
  const { closeDatabase } = await import("@/db/client");
  const readPage = await somebodysPage();
  await readsPerSecond(readPage, 1000);
  const quiet = await readsPerSecond(readPage, READING_MS);

  await queue("first");
  const start = performance.now();
  let worker = startWorker();
  const busy = await readsPerSecond(readPage, READING_MS);
  await until(() => smtp.ids.length >= MAILS / 2);
  worker.kill("SIGKILL");
  await once(worker, "exit");
  await freeJobsOfTheKilled();
  worker = startWorker();
  await until(() => new Set(smtp.ids).size >= MAILS);
  const seconds = (performance.now() - start) / 1000;
  await new Promise((resolve) => setTimeout(resolve, 1500));
  worker.kill("SIGTERM");
  await once(worker, "exit");
  await closeDatabase();

  const distinct = new Set(smtp.ids).size;
  console.log(`${MAILS} mails drained in ${seconds.toFixed(1)} s, a worker killed half-way`);
  console.log(`lost ${MAILS - distinct}`);
  console.log(`sent twice ${smtp.ids.length - distinct}, connections ${smtp.mostConnections()}`);
  console.log(
    `reads ${quiet.toFixed(0)} a second, ${busy.toFixed(0)} during the burst: ratio ${(busy / quiet).toFixed(2)}`,
  );
}

/** What a sweep does every minute; the bench does not wait for it. */
async function freeJobsOfTheKilled() {
  const { freeLostJobs } = await import("@/db/commands/jobs");
  const { sweepScope } = await import("@/lib/server/scope");
  const later = instant("2100-01-01T00:00:00Z");
  for (let tries = 0; tries < 500; tries += 1) {
    if ((await freeLostJobs(sweepScope("free_lost_jobs"), later)) > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function startWorker() {
  return fork(fileURLToPath(import.meta.url), ["worker"], { execArgv: ["--import", "tsx"], stdio: "inherit" });
}

async function queue(name: string) {
  const { queueMail } = await import("@/db/commands/mails");
  const { withScope } = await import("@/db/scope");
  const { entryScope } = await import("@/lib/server/scope");
  await withScope(entryScope(), async (tx) => {
    for (let count = 0; count < MAILS; count += 1) {
      const values = { name: "Léa", expires: { instant: NOW, zone: "Europe/Paris" } };
      const recipient = `client-${count}@exemple.fr`;
      const mail = {
        template: "password_changed",
        values,
        dedupeKey: `${name}:${count}`,
        recipient,
        locale: "fr",
      } as const;
      await queueMail(tx, mail, NOW);
    }
  });
}

/** The customer's page of an order with one claim, as it is read from the database. */
async function somebodysPage(): Promise<() => Promise<unknown>> {
  const { openClaim } = await import("@/db/commands/open-claim");
  const { readCustomerSpace } = await import("@/db/queries/customer-space");
  const { customerScope } = await import("@/lib/server/scope");
  const { makeOrder, makeSeller } = await import("@/tests/support/factory");
  const seller = await makeSeller();
  const order = await makeOrder(seller, { email: null });
  const input = { orderNumber: order.number, situation: "other", message: "Une question." } as const;
  const opened = await openClaim(seller.scope, { input, recordedBy: "seller", locale: "fr" }, NOW);
  if (!opened.ok) throw new Error(opened.reason);
  const scope = customerScope({ sellerId: seller.id, orderId: order.id, linkId: order.id, audience: "mailed" });
  return () => readCustomerSpace(scope, NOW);
}

async function readsPerSecond(read: () => Promise<unknown>, forMs: number): Promise<number> {
  const start = performance.now();
  let reads = 0;
  while (performance.now() - start < forMs) {
    await read();
    reads += 1;
  }
  return (reads * 1000) / (performance.now() - start);
}

async function until(isSo: () => boolean) {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function startSmtp() {
  const ids: string[] = [];
  let connections = 0;
  let most = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onConnect: (_session, done) => {
      connections += 1;
      most = Math.max(most, connections);
      done();
    },
    onClose: () => {
      connections -= 1;
    },
    onData: (stream, session, done) => {
      buffer(stream).then((raw) => {
        const id = /^Message-ID: (\S+)/im.exec(raw.toString("utf8"))?.[1];
        // Making the order to be read tells its seller of a claim: that mail is none of the burst.
        if (id && session.envelope.rcptTo.some(({ address }) => address.startsWith("client-"))) ids.push(id);
        done();
      }, done);
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    ids,
    mostConnections: () => most,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
