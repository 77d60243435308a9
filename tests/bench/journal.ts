import { instant } from "@/lib/calendar/instant";
import { canonicalJson } from "@/lib/journal/canonical";
import { eventHash, GENESIS_HASH, payloadHash } from "@/lib/journal/hash";
import { onBenchDatabase } from "@/tests/support/bench-database";

/**
 * A verification of 1,000,000 events in 20,000 streams, with the memory it holds half-way and at the end, and the dossier
 * of a claim with 50 events: `npx tsx tests/bench/journal.ts`.
 */
const EVENTS = 1_000_000;
const PER_STREAM = 50;
const STREAMS_AT_ONCE = 100;
const AT = "2026-11-20T09:00:00.000Z";
const PAYLOAD = canonicalJson({ clockId: "0".repeat(36), kind: "reply", dueOn: "2026-11-24" });

await onBenchDatabase(measure);

async function measure() {
  const { closeDatabase } = await import("@/db/client");
  const { sealJournal } = await import("@/db/commands/seal-journal");
  const { isoDate } = await import("@/lib/calendar/civil-day");
  const { verifyJournal } = await import("@/lib/server/journal/verify-journal");
  const { sweepScope } = await import("@/lib/server/scope");
  const { makeSeller } = await import("@/tests/support/factory");
  const seller = await makeSeller();
  await measureDossier(seller);
  for (let first = 0; first < EVENTS / PER_STREAM; first += STREAMS_AT_ONCE) await writeStreams(seller.id, first);
  await sealJournal(sweepScope("bench"), isoDate("2026-11-20"), instant("2026-11-21T00:12:00Z"));
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let highest = before;
  const watch = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage().rss);
  }, 100);
  const start = performance.now();
  const verdict = await verifyJournal(sweepScope("bench"));
  clearInterval(watch);
  if (!verdict.holds) throw new Error(`${verdict.bad.row}: ${verdict.bad.fault}`);
  const seconds = (performance.now() - start) / 1000;
  const grown = (highest - before) / 1_048_576;
  console.log(`${verdict.events} events verified in ${seconds.toFixed(1)} s, memory grown by ${grown.toFixed(0)} MB`);
  await closeDatabase();
}

async function measureDossier(seller: Awaited<ReturnType<typeof import("@/tests/support/factory")["makeSeller"]>>) {
  const { openClaim } = await import("@/db/commands/open-claim");
  const { sendMessage } = await import("@/db/commands/messages");
  const { makeDossier } = await import("@/lib/server/dossier/dossier");
  const { adminScope } = await import("@/lib/server/scope");
  const { makeOrder } = await import("@/tests/support/factory");
  const order = await makeOrder(seller, { deliveredAt: null });
  const at = instant(AT);
  const input = { orderNumber: order.number, situation: "parcel_not_received", message: "Rien reçu." } as const;
  const claim = await openClaim(seller.scope, { input, recordedBy: "seller", locale: "fr" }, at);
  if (!claim.ok) throw new Error(claim.reason);
  const { claimId } = claim.value;
  for (let count = 0; count < 46; count += 1) {
    const message = { claimId, body: `Message ${count}.`, locale: "fr", visibility: "conversation" } as const;
    await sendMessage(seller.scope, message, at);
  }
  const admin = adminScope({ role: "admin", actor: { kind: "operator", userId: seller.id } });
  const times: number[] = [];
  for (let count = 0; count < 6; count += 1) {
    const start = performance.now();
    const dossier = await makeDossier(admin, claimId, at);
    if (!dossier) throw new Error("there is no dossier");
    await new Response(dossier.body).arrayBuffer();
    times.push(performance.now() - start);
  }
  const [first = 0, ...others] = times;
  const median = others.sort((one, other) => one - other)[2] ?? 0;
  console.log(`dossier of 50 events: ${(median / 1000).toFixed(2)} s, the first ${(first / 1000).toFixed(2)} s`);
}

/** Chains as the commands write them, with far fewer statements. */
async function writeStreams(sellerId: string, first: number): Promise<void> {
  const { uuidv7 } = await import("uuidv7");
  const { eventHeads, eventPayloads, events } = await import("@/db/schema/journal");
  const { withScope } = await import("@/db/scope");
  const { jobScope } = await import("@/lib/server/scope");
  const salt = first.toString(16).padStart(32, "0");
  const streams = Array.from({ length: STREAMS_AT_ONCE }, () => {
    const key = { streamKind: "claim" as const, streamId: uuidv7(), sellerId };
    let prevHash = GENESIS_HASH;
    const rows = Array.from({ length: PER_STREAM }, (_, index) => {
      const header = { seq: index + 1, atText: AT, actor: "system:bench", type: "clock_started" as const };
      const columns = { ...header, payloadHash: payloadHash(salt, PAYLOAD), prevHash };
      prevHash = eventHash({ ...columns, stream: `claim:${key.streamId}` });
      return { ...key, ...columns, at: instant(AT), hash: prevHash };
    });
    return { key, rows, head: { ...key, seq: PER_STREAM, hash: prevHash } };
  });
  const rows = streams.flatMap((stream) => stream.rows);
  await withScope(jobScope(sellerId, { kind: "system", job: "bench" }), async (tx) => {
    await tx.insert(events).values(rows);
    await tx
      .insert(eventPayloads)
      .values(
        rows.map(({ streamKind, streamId, seq }) => ({ streamKind, streamId, sellerId, seq, salt, payload: PAYLOAD })),
      );
    await tx.insert(eventHeads).values(streams.map(({ head }) => head));
  });
}
