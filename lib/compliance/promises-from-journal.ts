import { z } from "zod";
import type { IsoDate } from "@/lib/calendar/civil-day";
import type { Instant } from "@/lib/calendar/instant";
import { type JournalEvent, journalInstant } from "@/lib/compliance/from-journal";
import { isoDateSchema } from "@/lib/deadlines/schema";
import { COMMITMENT_KINDS, type CommitmentKind, turnOfCommitment } from "@/lib/replies/commitment";

/** A seller's promise that binds and has a day. */
export type Promised = { readonly kind: CommitmentKind; readonly day: IsoDate; readonly doneAt: Instant | null };

type Followed = {
  readonly kind: CommitmentKind;
  readonly dueOn: IsoDate | null;
  readonly status: string;
  readonly doneAt: Instant | null;
};

const opened = z.object({
  commitmentId: z.string(),
  kind: z.enum(COMMITMENT_KINDS),
  dueOn: isoDateSchema.nullable(),
  status: z.string(),
});
const answered = z.object({ commitmentId: z.string(), status: z.string() });
const postponed = z.object({ commitmentId: z.string(), dueOn: isoDateSchema });
const done = z.object({ commitmentId: z.string(), doneAt: journalInstant });

/** The promises of one claim that count, from its events alone. */
export function promisesFromJournal(events: readonly JournalEvent[]): readonly Promised[] {
  const promises = new Map<string, Followed>();
  const change = (id: string, facts: Partial<Followed>) => {
    const promise = promises.get(id);
    if (!promise) throw new Error(`The journal speaks of promise ${id} before it is made`);
    promises.set(id, { ...promise, ...facts });
  };
  for (const { type, payload } of events) {
    if (type === "commitment_opened") {
      const { commitmentId, ...facts } = opened.parse(payload);
      promises.set(commitmentId, { ...facts, doneAt: null });
    } else if (type === "commitment_answered") {
      const { commitmentId, status } = answered.parse(payload);
      change(commitmentId, { status, doneAt: null });
    } else if (type === "commitment_postponed") {
      const { commitmentId, dueOn } = postponed.parse(payload);
      change(commitmentId, { dueOn });
    } else if (type === "commitment_done") {
      const { commitmentId, doneAt } = done.parse(payload);
      change(commitmentId, { status: "done", doneAt });
    }
  }
  return [...promises.values()].flatMap(({ kind, dueOn, status, doneAt }) =>
    dueOn && (status === "open" || status === "done") && turnOfCommitment(kind) === "seller"
      ? [{ kind, day: dueOn, doneAt }]
      : [],
  );
}
