"use server";
import { redirect } from "next/navigation";
import { openClaim } from "@/db/commands/open-claim";
import { type ActionState, fieldCodes, refusedState } from "@/lib/server/action-state";
import { readRecordedClaim } from "@/lib/server/record-claim";
import { proveSeller } from "@/lib/server/seller-action";

/** Record a claim the seller heard of elsewhere. The customer gets the link by mail and can correct it. */
export async function recordClaimAction(_previous: unknown, form: FormData): Promise<ActionState<never>> {
  const proven = await proveSeller();
  if (!proven.ok) return refusedState(proven, form);
  const input = readRecordedClaim(form);
  if (!input.success) return refusedState({ ok: false, reason: "invalid", fields: fieldCodes(input.error) }, form);
  const { scope, now } = proven.value;
  const outcome = await openClaim(scope, { input: input.data, recordedBy: "seller", locale: "fr" }, now);
  if (!outcome.ok) return refusedState(outcome, form);
  redirect(`/reclamations/${outcome.value.claimId}?saisie=${outcome.value.result}`);
}
