import { and, eq } from "drizzle-orm";
import { findSameOpen } from "@/db/commands/claim-duplicates";
import { type ClaimRow, lockClaim } from "@/db/commands/claim-state";
import { type ClaimAct, originOf } from "@/db/commands/clocks";
import { appendEvent } from "@/db/commands/journal";
import { openOnOrder } from "@/db/commands/open-claim";
import type { OpenClaimRefusal, StaffScope } from "@/db/commands/opened-claim";
import { readClaimedLines } from "@/db/commands/requalified-claim";
import { type RequalifyRefusal, requalify } from "@/db/commands/requalify-claim";
import { readOrderFacts } from "@/db/queries/order-facts";
import { claims } from "@/db/schema/claims";
import { messages } from "@/db/schema/messages";
import { type Transaction, withScope } from "@/db/scope";
import type { Instant } from "@/lib/calendar/instant";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { accepted, type Outcome, refused } from "@/lib/outcome";

export type MessageWithdrawal = {
  readonly claimId: string;
  readonly messageId: string;
  /** Read by the customer when the claim itself becomes the withdrawal. */
  readonly reason: string;
};
type Read = Outcome<{ readonly claimId: string }, RequalifyRefusal | OpenClaimRefusal>;

const WITHDRAWAL = "no_longer_wanted";

/**
 * Read a statement of withdrawal in what the customer wrote: it counts from the message's own instant, whatever the
 * claim it came with was about (C. conso. L221-21 asks for no form). A claim of no situation yet becomes the
 * withdrawal when it opened with that message; otherwise a claim of its own opens, once per message.
 */
export async function readWithdrawal(scope: StaffScope, input: MessageWithdrawal, now: Instant): Promise<Read> {
  if (!mayHandleClaims(scope)) return refused("not_allowed");
  return withScope(scope, async (tx) => {
    const claim = await lockClaim(tx, scope.sellerId, input.claimId);
    const message = claim && (await findCustomerMessage(tx, claim, input.messageId));
    if (!claim || !message) return refused("not_found");
    if (claim.situation === WITHDRAWAL) return refused("same_situation");
    const known = await findOpened(tx, claim, message.id);
    if (known) return accepted({ claimId: known });
    const act: ClaimAct = { sellerId: scope.sellerId, claimId: claim.id, actor: scope.actor, now };
    const isOpening = claim.situation === "other" && message.sentAt <= claim.statementSentAt;
    if (isOpening && claim.state !== "closed") {
      const outcome = await requalify(tx, act, claim, { to: WITHDRAWAL, reason: input.reason });
      return outcome.ok ? accepted({ claimId: claim.id }) : outcome;
    }
    return openBeside(tx, scope, { act, claim, message });
  });
}

async function findCustomerMessage(tx: Transaction, claim: ClaimRow, messageId: string) {
  const [message] = await tx
    .select({ id: messages.id, body: messages.body, locale: messages.locale, sentAt: messages.sentAt })
    .from(messages)
    .where(
      and(
        eq(messages.sellerId, claim.sellerId),
        eq(messages.claimId, claim.id),
        eq(messages.id, messageId),
        eq(messages.author, "customer"),
      ),
    );
  return message;
}

type Message = NonNullable<Awaited<ReturnType<typeof findCustomerMessage>>>;

function externalIdOf(messageId: string): string {
  return `message:${messageId}`;
}

async function findOpened(tx: Transaction, claim: ClaimRow, messageId: string): Promise<string | undefined> {
  const [opened] = await tx
    .select({ id: claims.id })
    .from(claims)
    .where(
      and(
        eq(claims.sellerId, claim.sellerId),
        eq(claims.orderId, claim.orderId),
        eq(claims.externalId, externalIdOf(messageId)),
      ),
    );
  return opened?.id;
}

async function openBeside(
  tx: Transaction,
  scope: StaffScope,
  { act, claim, message }: { readonly act: ClaimAct; readonly claim: ClaimRow; readonly message: Message },
): Promise<Read> {
  const facts = await readOrderFacts(tx, claim.sellerId, claim.orderId);
  if (!facts) throw new Error(`Order ${claim.orderId} disappeared`);
  const claimed = await readClaimedLines(tx, claim);
  const search = { orderId: claim.orderId, situation: WITHDRAWAL } as const;
  if (await findSameOpen(tx, claim.sellerId, search, claimed)) return refused("situation_open");
  const input = {
    orderNumber: facts.order.number,
    situation: WITHDRAWAL,
    message: message.body,
    externalId: externalIdOf(message.id),
    lines: facts.lines.flatMap(({ id, lineId }) =>
      claimed.filter(({ orderLineId }) => orderLineId === id).map(({ quantity }) => ({ lineId, quantity })),
    ),
  } as const;
  const sent = { statementSentAt: message.sentAt, receivedAt: message.sentAt, openedFrom: claim.id };
  const opened = await openOnOrder(
    tx,
    scope,
    { input, ...sent, facts, recordedBy: "seller", locale: message.locale },
    act.now,
  );
  if (!opened.ok) return opened;
  const payload = { messageId: message.id, openedClaimId: opened.value.claimId };
  await appendEvent(tx, { ...originOf(act), type: "withdrawal_read", payload });
  return accepted({ claimId: opened.value.claimId });
}
