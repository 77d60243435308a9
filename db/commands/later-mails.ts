import { and, eq } from "drizzle-orm";
import type { ClaimAct } from "@/db/commands/clocks";
import { correspondents, mailCustomer, mailSeller, valuesOf } from "@/db/commands/correspondents";
import { claims } from "@/db/schema/claims";
import type { Transaction } from "@/db/scope";
import type { CommitmentKind } from "@/lib/replies/commitment";

/** What was promised is done: the customer is told, once for each promise. */
export async function announceKept(
  tx: Transaction,
  act: ClaimAct,
  promises: readonly { readonly id: string; readonly kind: CommitmentKind }[],
): Promise<void> {
  const claim = promises.length > 0 ? await findClaim(tx, act) : undefined;
  if (!claim) return;
  const people = await correspondents(tx, act.sellerId, claim.orderId);
  for (const { id, kind } of promises) {
    const values = { ...valuesOf(act, claim.reference, people), promise: { promise: kind } };
    await mailCustomer(tx, act, people, { template: "promise_kept", stage: `kept:${id}`, values });
  }
}

/** What the customer was asked and has not done yet, once for each question. */
export async function remindCustomer(
  tx: Transaction,
  act: ClaimAct,
  asked: { readonly orderId: string; readonly reference: string; readonly stage: string } & Asked,
): Promise<void> {
  const people = await correspondents(tx, act.sellerId, asked.orderId);
  const due = asked.dueOn ? { dueOn: { day: asked.dueOn } } : {};
  const values = { ...valuesOf(act, asked.reference, people), ...due, asked: asked.asked };
  await mailCustomer(tx, act, people, { template: "customer_reminder", stage: `reminder:${asked.stage}`, values });
}

/** A mail could not be delivered: its seller is told, for the customer knows nothing of it. */
export async function announceBounce(
  tx: Transaction,
  act: ClaimAct,
  bounced: { readonly mailId: string; readonly recipient: string },
): Promise<void> {
  const claim = await findClaim(tx, act);
  if (!claim) return;
  const people = await correspondents(tx, act.sellerId, claim.orderId);
  const values = { ...valuesOf(act, claim.reference, people), email: bounced.recipient };
  await mailSeller(tx, act, { template: "mail_bounced", stage: `bounced:${bounced.mailId}`, values });
}

type Asked = { readonly asked: "decision" | "return"; readonly dueOn?: string };

async function findClaim(tx: Transaction, { sellerId, claimId }: ClaimAct) {
  const [claim] = await tx
    .select({ orderId: claims.orderId, reference: claims.reference })
    .from(claims)
    .where(and(eq(claims.sellerId, sellerId), eq(claims.id, claimId)));
  return claim;
}
