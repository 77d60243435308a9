import { and, asc, eq } from "drizzle-orm";
import { intakeAnswers } from "@/db/schema/intake-answers";
import type { Transaction } from "@/db/scope";
import type { Json } from "@/lib/journal/canonical";

/** Every answer of the customer about a claim, each question's versions in their order. */
export async function readIntake(
  tx: Transaction,
  claim: { readonly sellerId: string; readonly id: string; readonly intake: Json | null },
) {
  // The claim's own row says whether there is any.
  if (claim.intake === null) return [];
  const rows = await tx
    .select()
    .from(intakeAnswers)
    .where(and(eq(intakeAnswers.sellerId, claim.sellerId), eq(intakeAnswers.claimId, claim.id)))
    .orderBy(asc(intakeAnswers.question), asc(intakeAnswers.version))
    .limit(200);
  return rows.map(({ answer, ...row }) => ({ ...row, answer: answer.said }));
}
