import { instant } from "@/lib/calendar/instant";
import type { SubmissionInput } from "@/lib/claims/schema";
import type { TestDatabase } from "../../support/test-database";

/** First sending of a form, and the sending that was accepted after its corrections. */
export const FIRST = instant("2026-11-19T22:59:00Z");
export const NOW = instant("2026-11-19T23:05:00Z");

export function typed(orderNumber: string, changes: Partial<SubmissionInput> = {}): SubmissionInput {
  return {
    orderNumber,
    identity: { by: "email", email: "Jeanne@Example.org" },
    situation: "damaged",
    message: "Le pied est cassé.",
    locale: "fr",
    ...changes,
  };
}

export function readSubmissions(db: TestDatabase) {
  return {
    submissionOf: async (orderNumber: string) => {
      const [row] = await db.superuser`
        select * from submissions where order_number = ${orderNumber} order by id desc`;
      return row;
    },
    claimsOf: (orderId: string) => db.superuser`
      select situation, statement_sent_at, received_at, recorded_by from claims where order_id = ${orderId}`,
  };
}
