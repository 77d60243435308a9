import { createHash } from "node:crypto";
import { and, asc, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { ClaimRow } from "@/db/commands/claim-state";
import type { ClaimAct } from "@/db/commands/clocks";
import { readCalendars } from "@/db/queries/calendar-overrides";
import { getMarketplace } from "@/db/queries/policy";
import { figureMarks } from "@/db/schema/figures";
import { messages } from "@/db/schema/messages";
import type { Transaction } from "@/db/scope";
import type { IsoDate } from "@/lib/calendar/civil-day";
import type { Instant } from "@/lib/calendar/instant";
import { workingMinutes } from "@/lib/calendar/working-time";
import { localDay } from "@/lib/calendar/zone";
import { type Disputed, disputedBy } from "@/lib/compliance/dispute";
import type { Measure } from "@/lib/compliance/measure";
import type { Solution } from "@/lib/replies/solution";

type Mark = { readonly measure: Measure | "reply_text"; readonly detail: string };
type Claim = Pick<ClaimRow, "sellerId" | "id">;

/** Facts of a claim that figures count and no row of its own keeps, under the marketplace's day of an instant. */
export async function markFigures(
  tx: Transaction,
  { sellerId, claimId }: Pick<ClaimAct, "sellerId" | "claimId">,
  { at, replyId, facts }: { readonly at: Instant; readonly replyId?: string; readonly facts: readonly Mark[] },
): Promise<IsoDate> {
  const day = localDay(at, (await getMarketplace(tx)).zone);
  if (facts.length === 0) return day;
  await tx
    .insert(figureMarks)
    .values(facts.map((fact) => ({ ...fact, sellerId, id: uuidv7(), claimId, replyId: replyId ?? null, day })));
  return day;
}

/** What the event of an answer says beside it, so that its figures can be recomputed from the journal alone. */
export type ReplyFigures = { readonly workingMinutes: number; readonly isIdentical: boolean };

/** Count an answer: its solution, the time it took when it is the claim's first, and whether its words were used before. */
export async function markReply(
  tx: Transaction,
  act: ClaimAct,
  reply: {
    readonly claim: ClaimRow;
    readonly replyId: string;
    readonly solution: Solution;
    readonly words: string;
  },
): Promise<ReplyFigures> {
  const { claim, replyId, solution } = reply;
  const { calendar, zone } = await getMarketplace(tx);
  const calendars = await readCalendars(tx);
  const minutes = workingMinutes(claim.receivedAt, act.now, { calendar: calendars(calendar, "marketplace"), zone });
  const text = createHash("sha256").update(reply.words.trim().replaceAll(/\s+/g, " ")).digest("hex");
  const isWorded = reply.words.trim() !== "";
  const isIdentical = isWorded && (await isUsedBefore(tx, claim, text));
  const facts: Mark[] = [{ measure: "reply_sent", detail: solution }];
  if (isWorded) facts.push({ measure: "reply_text", detail: text });
  if (isIdentical) facts.push({ measure: "identical_reply", detail: solution });
  if (await isFirst(tx, claim)) {
    facts.push({ measure: "first_reply", detail: (await hasSpoken(tx, claim)) ? "after_message" : "at_once" });
    facts.push({ measure: "answer_time", detail: String(Math.floor(minutes / 15)) });
  }
  await markFigures(tx, act, { at: act.now, replyId, facts });
  return { workingMinutes: minutes, isIdentical };
}

/** What of a claim waits for the operator's ruling: a proof contested since the last one, a refusal that stands last. */
export async function readDisputed(tx: Transaction, act: ClaimAct): Promise<Disputed> {
  const rows = await tx
    .select({ measure: figureMarks.measure, detail: figureMarks.detail })
    .from(figureMarks)
    .where(ofClaim(act))
    .orderBy(asc(figureMarks.id));
  return disputedBy(rows);
}

/** An answer taken back counts as nothing. */
export async function unmarkReply(tx: Transaction, act: ClaimAct, replyId: string): Promise<void> {
  await tx.delete(figureMarks).where(and(ofClaim(act), eq(figureMarks.replyId, replyId)));
}

async function isUsedBefore(tx: Transaction, { sellerId }: Claim, text: string): Promise<boolean> {
  const used = await tx
    .select({ id: figureMarks.id })
    .from(figureMarks)
    .where(and(eq(figureMarks.sellerId, sellerId), eq(figureMarks.measure, "reply_text"), eq(figureMarks.detail, text)))
    .limit(1);
  return used.length > 0;
}

async function isFirst(tx: Transaction, { sellerId, id }: Claim): Promise<boolean> {
  const earlier = await tx
    .select({ id: figureMarks.id })
    .from(figureMarks)
    .where(and(ofClaim({ sellerId, claimId: id }), eq(figureMarks.measure, "reply_sent")))
    .limit(1);
  return earlier.length === 0;
}

async function hasSpoken(tx: Transaction, { sellerId, id }: Claim): Promise<boolean> {
  const said = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.sellerId, sellerId),
        eq(messages.claimId, id),
        eq(messages.author, "seller"),
        eq(messages.visibility, "conversation"),
      ),
    )
    .limit(1);
  return said.length > 0;
}

function ofClaim({ sellerId, claimId }: Pick<ClaimAct, "sellerId" | "claimId">) {
  return and(eq(figureMarks.sellerId, sellerId), eq(figureMarks.claimId, claimId));
}
