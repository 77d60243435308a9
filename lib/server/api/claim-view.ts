import type { ClaimPage } from "@/db/queries/claim-page";
import type { ClockRow } from "@/db/queries/clock-facts";
import { correctedCalendars } from "@/lib/calendar/corrected-calendars";
import type { Instant } from "@/lib/calendar/instant";
import { territoryOf } from "@/lib/calendar/territories";
import { localDay } from "@/lib/calendar/zone";
import { clockState, effectiveDue } from "@/lib/deadlines/clock";
import { explainClock } from "@/lib/deadlines/explain";
import { photoSubject } from "@/lib/evidence/document-facts";
import { contestView } from "@/lib/server/api/contest-view";

/** A clock as the API shows it: its state is that of this instant. */
export function clockView(clock: ClockRow, now: Instant) {
  const due = effectiveDue(clock) ?? clock;
  return {
    id: clock.id,
    kind: clock.kind,
    state: clockState(clock, now),
    whoseTurn: clock.whoseTurn,
    origin: clock.origin,
    startsAt: clock.startsAt,
    dueOn: due.dueOn,
    dueBefore: due.dueBefore,
    zone: clock.zone,
    calendar: clock.calendar,
    ruleVersion: clock.ruleVersion,
    calendarVersion: clock.calendarVersion,
    stoppedAt: clock.stoppedAt,
  };
}

function commitmentView({ id, kind, status, dueOn, amountCents, doneAt }: ClaimPage["commitments"][number]) {
  return { id, kind, status, dueOn, amountCents, doneAt };
}

export function intakeView({ intake }: Pick<ClaimPage, "intake">) {
  return intake.map(({ question, version, answer, answeredAt }) => ({ question, version, answer, answeredAt }));
}

/** What an act leaves of a claim: whose turn it is, its clocks and its promises. */
export function turnView({ claim, clocks, commitments }: ClaimPage, now: Instant) {
  return {
    state: claim.state,
    revision: claim.revision,
    clocks: clocks.map((clock) => clockView(clock, now)),
    commitments: commitments.map(commitmentView),
  };
}

/** A claim with everything on it; the seller's own internal notes included. */
export function claimView(page: ClaimPage, now: Instant) {
  const { claim, order } = page;
  return {
    ...claimFacts(page),
    lines: page.lines.map(({ orderLineId, quantity }) => ({
      lineId: order.lines.find((line) => line.id === orderLineId)?.lineId ?? orderLineId,
      quantity,
    })),
    clocks: page.clocks.map((clock) => ({ ...clockView(clock, now), ...explained(clock, page) })),
    replies: page.replies.map((reply) => ({
      id: reply.id,
      solution: reply.solution,
      status: reply.status,
      sentAt: reply.sentAt,
      visibleAt: reply.visibleAt,
      customerAnswer: reply.customerAnswer,
      customerAnsweredAt: reply.customerAnsweredAt,
      chosenRemedy: reply.chosenRemedy,
      withdrawnAt: reply.withdrawnAt,
      content: { ...reply.content },
    })),
    messages: page.messages.map(({ id, author, visibility, body, sentAt }) => ({
      id,
      author,
      visibility,
      body,
      sentAt,
    })),
    intake: intakeView(page),
    documents: page.documents
      .filter((document) => document.claimId === claim.id)
      .map(({ id, kind, facts, status, fileName, sizeBytes, sha256, verdict, refusalReason, replacedBy }) => ({
        id,
        kind,
        subject: photoSubject(facts),
        status,
        fileName,
        sizeBytes,
        sha256,
        verdict,
        refusalReason,
        replacedBy,
      })),
    contests: page.contests.map((contest) =>
      contestView(
        contest,
        { reference: claim.reference, orderNumber: order.order.number },
        localDay(now, page.marketplace.zone),
      ),
    ),
    commitments: page.commitments.map(commitmentView),
  };
}

function claimFacts({ claim, order }: ClaimPage) {
  return {
    id: claim.id,
    reference: claim.reference,
    orderNumber: order.order.number,
    situation: claim.situation,
    phase: claim.phase,
    phaseReason: claim.phaseReason,
    state: claim.state,
    policyVersion: claim.policyVersion,
    statementSentAt: claim.statementSentAt,
    receivedAt: claim.receivedAt,
    openedAt: claim.openedAt,
    closedAt: claim.closedAt,
    nextDueOn: claim.nextDueOn,
    nextDueBefore: claim.nextDueBefore,
    revision: claim.revision,
  };
}

/** The date, day by day, by the rule of the version that computed it. */
function explained(clock: ClockRow, { claim, order, policy, calendarOverrides }: ClaimPage) {
  const { shippingAddress, placedAt } = order.order;
  const { zone } = territoryOf(shippingAddress.postcode, shippingAddress.country);
  const { sentence, days } = explainClock(clock, {
    rule: policy.content.deadlines.rules[clock.kind],
    calendarOf: correctedCalendars(calendarOverrides, clock.calendarVersion),
    situation: claim.situation,
    contractOn: localDay(placedAt, zone),
  });
  const trace = days.map(({ day, counted, reason, ordinal, holiday }) => ({ day, counted, reason, ordinal, holiday }));
  return { explanation: sentence, trace };
}
