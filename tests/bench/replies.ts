import { instant } from "@/lib/calendar/instant";
import type { ReplyInput } from "@/lib/replies/schema";
import { onBenchDatabase } from "@/tests/support/bench-database";

/** Complete answers, one after the other, on a database of its own that keeps its promises on disk: `npx tsx tests/bench/replies.ts`. */
const REPLIES = 200;
const WARM_UP = 20;

const OPENED = instant("2026-11-20T09:00:00Z");
const ANSWERED = instant("2026-11-20T10:00:00Z");
const REFUND: ReplyInput = {
  solution: "refund",
  message: "Nous vous remboursons la totalité de votre commande.",
  amountCents: 10470,
  refundOn: "2026-11-25",
  refundMethod: "original_payment",
};

await onBenchDatabase(measure);

async function measure() {
  const { closeDatabase } = await import("@/db/client");
  const { openClaim } = await import("@/db/commands/open-claim");
  const { sendReply } = await import("@/db/commands/send-reply");
  const { makeOrder, makeSeller } = await import("@/tests/support/factory");
  const seller = await makeSeller();

  async function openedClaim(): Promise<string> {
    const order = await makeOrder(seller, { deliveredAt: null });
    const input = {
      orderNumber: order.number,
      situation: "parcel_not_received",
      message: "Je n’ai rien reçu.",
    } as const;
    const claim = await openClaim(seller.scope, { input, recordedBy: "seller", locale: "fr" }, OPENED);
    if (!claim.ok) throw new Error(claim.reason);
    return claim.value.claimId;
  }

  const times: number[] = [];
  for (let count = 0; count < WARM_UP + REPLIES; count += 1) {
    const claimId = await openedClaim();
    const start = performance.now();
    const sent = await sendReply(seller.scope, { claimId, reply: REFUND }, ANSWERED);
    if (!sent.ok) throw new Error(sent.reason);
    if (count >= WARM_UP) times.push(performance.now() - start);
  }
  await closeDatabase();
  times.sort((one, other) => one - other);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
  console.log(`${REPLIES} replies sent: median ${at(0.5)} ms, one in twenty above ${at(0.95)} ms`);
}
