import { and, eq } from "drizzle-orm";
import { lockClaim } from "@/db/commands/claim-state";
import { readCommitments } from "@/db/commands/commitments";
import { openClaim } from "@/db/commands/open-claim";
import { sendReply } from "@/db/commands/send-reply";
import { readClocks } from "@/db/queries/clock-facts";
import { commitments } from "@/db/schema/replies";
import { withScope } from "@/db/scope";
import { isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import { clockState } from "@/lib/deadlines/clock";
import type { CommitmentKind } from "@/lib/replies/commitment";
import type { ReplyInput } from "@/lib/replies/schema";
import { type MadeSeller, makeOrder } from "../../support/factory";

const OPENED = instant("2026-11-20T09:00:00Z");
const ANSWERED = instant("2026-11-20T10:00:00Z");

/** A promise of any kind on a claim of its own, with the clock of the remedy beside it. */
export async function openPromise(
  seller: MadeSeller,
  facts: { readonly kind: CommitmentKind; readonly amountCents?: number; readonly dueOn?: string },
) {
  const order = await makeOrder(seller);
  const input = { orderNumber: order.number, situation: "damaged" as const, message: "La lampe est fendue." };
  const claim = await openClaim(seller.scope, { input, recordedBy: "seller", locale: "fr" }, OPENED);
  if (!claim.ok) throw new Error(claim.reason);
  const { claimId } = claim.value;
  const reply: ReplyInput = {
    solution: "replacement",
    goods: "kept",
    expectedOn: "2026-12-01",
    alsoOffered: ["repair"],
  };
  const sent = await sendReply(seller.scope, { claimId, reply }, ANSWERED);
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  const { kind, amountCents = null, dueOn = "2026-12-01" } = facts;
  const [promise] = await withScope(seller.job, (tx) =>
    tx
      .update(commitments)
      .set({ kind, amountCents, dueOn: isoDate(dueOn) })
      .where(and(eq(commitments.sellerId, seller.id), eq(commitments.claimId, claimId)))
      .returning({ id: commitments.id }),
  );
  if (!promise) throw new Error("Nothing was promised");
  const commitmentId = promise.id;
  return { number: order.number, claimId, commitmentId };
}

/** What became of a claim's promises and clocks, and whose turn it is, as of an instant. */
export async function promiseFacts(seller: MadeSeller, claimId: string, at = instant("2026-11-25T10:00:00Z")) {
  return withScope(seller.scope, async (tx) => {
    const clocks = await readClocks(tx, seller.id, claimId);
    return {
      promises: await readCommitments(tx, seller.id, claimId),
      clocks: Object.fromEntries(clocks.map((clock) => [clock.kind, clockState(clock, at)])),
      state: (await lockClaim(tx, seller.id, claimId))?.state,
    };
  });
}
