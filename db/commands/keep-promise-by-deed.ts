import { type KeepPromiseRefusal, keepPromise } from "@/db/commands/keep-promise";
import { type RecordedDeed, recordRefund } from "@/db/commands/record-refund";
import { recordReturn } from "@/db/commands/record-return";
import { recordShipment } from "@/db/commands/record-shipment";
import type { OneSellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { ParcelBody, RefundBody, ReturnBody } from "@/lib/orders/schema";
import { accepted, type Outcome, refused } from "@/lib/outcome";

/** The promise a deed keeps, and the order it is about. */
export type PromiseOfOrder = { readonly number: string; readonly claimId: string; readonly commitmentId: string };

type Kept<Reason extends string> = Outcome<{ readonly claimId: string }, Reason | KeepPromiseRefusal>;

/** Record the money that was promised, and with it the promise. */
export async function keepByRefund(
  scope: OneSellerScope,
  { refund, ...promise }: PromiseOfOrder & { readonly refund: RefundBody },
  now: Instant,
) {
  const recorded = await recordRefund(scope, { ...promise, refund }, now);
  const { reference, paidAt: doneAt, amountCents, shippingCents } = refund;
  const evidence = { reference, doneAt, amountCents: amountCents + shippingCents };
  // What a refusal says beside its reason is for the API: a form reads its fields.
  return keep(
    scope,
    recorded.ok ? recorded : refused(recorded.reason, recorded.fields),
    { ...promise, ...evidence },
    now,
  );
}

/** Record the parcel that was promised, and with it the promise. */
export async function keepByShipment(
  scope: OneSellerScope,
  { parcel, ...promise }: PromiseOfOrder & { readonly parcel: ParcelBody & { readonly shippedAt: Instant } },
  now: Instant,
) {
  const recorded = await recordShipment(scope, { ...promise, parcel }, now);
  const evidence = { reference: `${parcel.carrier} ${parcel.trackingNumber}`, doneAt: parcel.shippedAt };
  return keep(scope, recorded, { ...promise, ...evidence }, now);
}

/** Record the goods that were to come back, and with them the promise. */
export async function keepByReturn(
  scope: OneSellerScope,
  { goods, ...promise }: PromiseOfOrder & { readonly goods: ReturnBody & { readonly receivedAt: Instant } },
  now: Instant,
) {
  const recorded = await recordReturn(scope, { ...promise, goods }, now);
  return keep(scope, recorded, { ...promise, reference: goods.reference, doneAt: goods.receivedAt }, now);
}

/** What the order knew before, under the same reference, keeps the promise as well as what it learns now. */
async function keep<Reason extends string>(
  scope: OneSellerScope,
  recorded: Outcome<Pick<RecordedDeed, "fulfilled">, Reason>,
  evidence: Parameters<typeof keepPromise>[1],
  now: Instant,
): Promise<Kept<Reason>> {
  if (!recorded.ok) return recorded;
  const { claimId, commitmentId } = evidence;
  const isKept = recorded.value.fulfilled.some((fulfilled) => fulfilled.commitmentId === commitmentId);
  return isKept ? accepted({ claimId }) : keepPromise(scope, evidence, now);
}
