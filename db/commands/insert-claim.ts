import { uuidv7 } from "uuidv7";
import type { ClaimedLine } from "@/db/commands/claim-duplicates";
import { announceOpening } from "@/db/commands/claim-mails";
import { settleClaim } from "@/db/commands/claim-state";
import { type ClaimAct, originOf, startClocks } from "@/db/commands/clocks";
import { markFigures } from "@/db/commands/figure-marks";
import { addIntake, newAnswers } from "@/db/commands/intake";
import { appendEvent } from "@/db/commands/journal";
import { settleLinkLife } from "@/db/commands/link-life";
import { insertMessage } from "@/db/commands/messages";
import type { OpenClaimRefusal, OpenedClaim, PreparedClaim } from "@/db/commands/opened-claim";
import { holdCalendars } from "@/db/queries/calendar-overrides";
import { getMarketplace, getPolicyAt, type Policy } from "@/db/queries/policy";
import { claimLines, claims } from "@/db/schema/claims";
import type { Transaction } from "@/db/scope";
import type { OneSellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { wishesFor } from "@/lib/claims/intake";
import { decideOpening, type Opening } from "@/lib/claims/opening";
import { newClaimReference } from "@/lib/claims/reference";
import { accepted, type Outcome } from "@/lib/outcome";

export type Insertable = PreparedClaim & { readonly channelId: string; readonly claimed: readonly ClaimedLine[] };

/** Write a new claim with what was decided about it: phase, clocks, first message, link and mails. */
export async function insertClaim(
  tx: Transaction,
  scope: OneSellerScope,
  prepared: Insertable,
  now: Instant,
): Promise<Outcome<OpenedClaim, OpenClaimRefusal>> {
  const { input, facts } = prepared;
  const policy = await getPolicyAt(tx, prepared.receivedAt);
  const opening = await decide(tx, prepared, policy);
  if (!opening.ok) return opening;
  const act: ClaimAct = { sellerId: scope.sellerId, claimId: uuidv7(), actor: scope.actor, now };
  const reference = newClaimReference();
  const state = input.situation === "other" ? "to_triage" : "awaiting_seller";
  await writeClaim(tx, act, { ...prepared, reference, state, opening: opening.value, policyVersion: policy.version });
  await settleClaim(tx, act, state);
  await settleLinkLife(tx, { ...act, orderId: facts.order.id });
  await announceOpening(tx, act, { orderId: facts.order.id, reference, recordedBy: prepared.recordedBy });
  return accepted({ claimId: act.claimId, reference, orderId: facts.order.id, result: "opened" });
}

/** The claim's rows, its first message and its clocks; the caller settles its state. */
export async function writeClaim(tx: Transaction, act: ClaimAct, rows: Rows): Promise<void> {
  await insertRows(tx, act, rows);
  await insertMessage(tx, act, {
    author: "customer",
    visibility: "conversation",
    body: rows.input.message,
    locale: rows.locale,
    sentAt: rows.statementSentAt,
  });
  await startClocks(tx, act, rows.opening.clocks);
  const { wish, situation, intake } = rows.input;
  const wished = wish && wishesFor(situation).includes(wish) ? { wish } : {};
  await addIntake(tx, act, { intake: wish ? { wish } : null }, newAnswers({ ...wished, ...intake }, act.now));
}

async function decide(tx: Transaction, prepared: Insertable, policy: Policy) {
  const { input, facts, statementSentAt, receivedAt, claimed } = prepared;
  const about = facts.lines.filter((line) => claimed.some((claim) => claim.orderLineId === line.id));
  const lines = claimed.length > 0 ? about : facts.lines;
  return decideOpening(
    { situation: input.situation, statementSentAt, receivedAt, lines, order: facts.order, parcels: facts.parcels },
    {
      policy: policy.content.deadlines,
      marketplace: await getMarketplace(tx),
      calendarOf: await holdCalendars(tx),
    },
  );
}

type Rows = Insertable & {
  readonly reference: string;
  readonly state: "to_triage" | "awaiting_seller";
  readonly opening: Opening;
  readonly policyVersion: number;
};

async function insertRows(tx: Transaction, act: ClaimAct, rows: Rows): Promise<void> {
  const { input, facts, claimed, opening } = rows;
  const decided = {
    reference: rows.reference,
    situation: input.situation,
    phase: opening.withdrawal?.phase ?? null,
    phaseReason: opening.withdrawal?.reason ?? null,
    channelId: rows.channelId,
    externalId: input.externalId ?? null,
    recordedBy: rows.recordedBy,
    statementSentAt: rows.statementSentAt,
    receivedAt: rows.receivedAt,
    policyVersion: rows.policyVersion,
    orderId: facts.order.id,
  };
  await tx.insert(claims).values({
    ...decided,
    sellerId: act.sellerId,
    id: act.claimId,
    state: rows.state,
    openedAt: act.now,
    intake: input.wish ? { wish: input.wish } : null,
    updatedAt: act.now,
  });
  if (claimed.length > 0) {
    await tx
      .insert(claimLines)
      .values(claimed.map((line) => ({ ...line, sellerId: act.sellerId, claimId: act.claimId })));
  }
  const from = rows.openedFrom ? { openedFrom: rows.openedFrom } : {};
  const carrier = facts.parcels[0]?.carrier.toLowerCase().replaceAll(" ", "_") ?? "";
  await markFigures(tx, act, {
    at: rows.receivedAt,
    facts: [
      { measure: "claim_received", detail: rows.recordedBy },
      { measure: "claim_carrier", detail: carrier },
    ],
  });
  const payload = {
    ...decided,
    ...from,
    carrier,
    orderNumber: facts.order.number,
    lines: claimed.map((line) => ({ ...line })),
  };
  await appendEvent(tx, { ...originOf(act), type: "claim_opened", payload });
}
