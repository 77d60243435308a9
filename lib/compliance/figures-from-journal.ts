import { z } from "zod";
import type { IsoDate } from "@/lib/calendar/civil-day";
import type { Instant } from "@/lib/calendar/instant";
import { endOfDay, localDay, type ZoneId } from "@/lib/calendar/zone";
import { OPERATOR_DECISIONS } from "@/lib/claims/decision";
import { cellText, type FigureCell, NO_BOUND } from "@/lib/compliance/cell";
import { figuresOfClock } from "@/lib/compliance/clock-figures";
import { disputedBy, reopenedDetail, ruledOn } from "@/lib/compliance/dispute";
import { clocksFromJournal, type JournalEvent, journalInstant } from "@/lib/compliance/from-journal";
import type { Measure } from "@/lib/compliance/measure";
import { promisesFromJournal } from "@/lib/compliance/promises-from-journal";
import { SOLUTIONS } from "@/lib/replies/solution";

export type DatedEvent = JournalEvent & { readonly at: Instant };

type Fact = { readonly measure: Measure; readonly detail: string; readonly day: IsoDate; readonly replyId?: string };

const opened = z.object({
  channelId: z.string(),
  situation: z.string(),
  recordedBy: z.string(),
  receivedAt: journalInstant,
  /** Events before figures were kept tell none of what follows. */
  carrier: z.string().default(""),
});
const requalified = z.object({ from: z.string(), situation: z.string() });
const sent = z.object({
  replyId: z.string(),
  solution: z.enum(SOLUTIONS),
  workingMinutes: z.int().optional(),
  isIdentical: z.boolean().default(false),
});
const ofReply = z.object({ replyId: z.string() });
const answered = z.object({ replyId: z.string(), answer: z.string() });
const said = z.object({ author: z.string() });
const closed = z.object({ reason: z.string() });
const contestRuled = z.object({ ruling: z.enum(["upheld", "overturned"]) });
const decided = z.object({ decision: z.enum(OPERATOR_DECISIONS) });

/**
 * Everything one claim counts as, from its events alone and in their order: what the figures that are kept must
 * equal. It knows nothing of the tables, nor they of it.
 *
 * @param zone the marketplace's: in it an instant has its day
 * @returns how often each cell is counted
 */
export function figuresFromJournal(events: readonly DatedEvent[], zone: ZoneId): ReadonlyMap<string, number> {
  const { situation, channelId, facts } = factsOf(events, zone);
  const clocks = clocksFromJournal(events).flatMap(figuresOfClock);
  const promises = promisesFromJournal(events).flatMap((promise) => {
    const bound = endOfDay(promise.day, zone);
    const isLate = promise.doneAt !== null && localDay(promise.doneAt, zone) > promise.day;
    const measure = promise.doneAt === null ? "promise_open" : isLate ? "promise_late" : "promise_kept";
    return [{ measure, detail: promise.kind, day: promise.day, bound } as const];
  });
  const marks = facts.map(({ measure, detail, day }) => ({ measure, detail, day, bound: NO_BOUND }));
  const counts = new Map<string, number>();
  for (const figure of [...clocks, ...promises, ...marks]) {
    const cell: FigureCell = { ...figure, situation, channelId };
    const key = cellText(cell);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function factsOf(events: readonly DatedEvent[], zone: ZoneId) {
  let [situation, channelId, received] = ["other", "", ""];
  let receivedOn: IsoDate | undefined;
  let hasSpoken = false;
  let closedAt: Instant | undefined;
  let facts: Fact[] = [];
  const solutions = new Map<string, string>();
  const add = (measure: Measure, detail: string, day: IsoDate | undefined, replyId?: string) => {
    if (!day) throw new Error(`The journal tells of ${measure} before its claim`);
    facts.push({ measure, detail, day, ...(replyId === undefined ? {} : { replyId }) });
  };
  for (const { type, at, payload } of events) {
    const day = localDay(at, zone);
    switch (type) {
      case "claim_opened": {
        const claim = opened.parse(payload);
        [situation, channelId, received] = [claim.situation, claim.channelId, claim.recordedBy];
        receivedOn = localDay(claim.receivedAt, zone);
        add("claim_received", received, receivedOn);
        add("claim_carrier", claim.carrier, receivedOn);
        break;
      }
      case "claim_requalified": {
        const change = requalified.parse(payload);
        situation = change.situation;
        if (change.from !== "other") add("requalified", "", receivedOn);
        break;
      }
      case "message_sent":
        hasSpoken ||= said.parse(payload).author === "seller";
        break;
      case "reply_sent": {
        const reply = sent.parse(payload);
        solutions.set(reply.replyId, reply.solution);
        const isFirst = !facts.some(({ measure }) => measure === "reply_sent");
        add("reply_sent", reply.solution, day, reply.replyId);
        if (reply.isIdentical) add("identical_reply", reply.solution, day, reply.replyId);
        if (!isFirst) break;
        add("first_reply", hasSpoken ? "after_message" : "at_once", day, reply.replyId);
        if (reply.workingMinutes === undefined) break;
        add("answer_time", String(Math.floor(reply.workingMinutes / 15)), day, reply.replyId);
        break;
      }
      case "reply_undone": {
        const { replyId } = ofReply.parse(payload);
        facts = facts.filter((fact) => fact.replyId !== replyId);
        break;
      }
      case "reply_answered": {
        const { replyId, answer } = answered.parse(payload);
        add("solution_answered", `${solutions.get(replyId)}:${answer}`, day);
        break;
      }
      case "proof_contested":
        add("proof_contested", "", day);
        break;
      case "proof_contest_ruled":
        if (disputedBy(facts).proof) add(`proof_${contestRuled.parse(payload).ruling}`, "", day);
        break;
      case "claim_decided":
        for (const measure of ruledOn(decided.parse(payload).decision, disputedBy(facts))) add(measure, "", day);
        break;
      case "claim_closed":
        closedAt = at;
        add("claim_closed", closed.parse(payload).reason, day);
        break;
      case "claim_reopened":
        if (closedAt) add("claim_reopened", reopenedDetail(closedAt, at, zone), localDay(closedAt, zone));
        break;
    }
  }
  return { situation, channelId, facts };
}
