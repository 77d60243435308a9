"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { keepPromise } from "@/db/commands/keep-promise";
import { recordRefund } from "@/db/commands/record-refund";
import { recordReturn } from "@/db/commands/record-return";
import { recordShipment } from "@/db/commands/record-shipment";
import { instantOfLocalTime } from "@/lib/calendar/local-time";
import { zoneSchema } from "@/lib/calendar/zone-schema";
import { cleanLine } from "@/lib/messages/clean";
import { parcelSchema, refundSchema, returnSchema } from "@/lib/orders/schema";
import { type Outcome, refused } from "@/lib/outcome";
import { readCents } from "@/lib/replies/reply-form";
import { fieldCodes } from "@/lib/server/action-state";
import { sellerAction } from "@/lib/server/seller-action";

const promise = z.object({
  claimId: z.uuid(),
  commitmentId: z.uuid(),
  orderNumber: z.string().min(1).max(100),
  zone: zoneSchema,
  at: z.string(),
});
const reference = z.string().overwrite(cleanLine).min(1).max(120);

type Promised = z.output<typeof promise>;

/** The instant typed in the form's zone; what is no date is told of its field. */
function doneAt({ at, zone }: Promised) {
  return instantOfLocalTime(at, zone) ?? at;
}

function told<Value, Reason extends string>(outcome: Outcome<Value, Reason>, { claimId }: Promised) {
  if (outcome.ok) revalidatePath(`/reclamations/${claimId}`);
  return outcome;
}

/** The form calls the instant `at`, whatever the body it goes into calls it. */
function invalid(error: z.ZodError, name: string) {
  const { [name]: at, ...fields } = fieldCodes(error);
  return refused("invalid", { ...fields, ...(at ? { at } : {}) });
}

export const refundDoneAction = sellerAction(
  promise.extend({ reference, amountCents: z.string(), method: z.string() }),
  async (input, { scope, now }) => {
    const { amountCents, method } = input;
    const refund = refundSchema.safeParse({
      amountCents: readCents(amountCents),
      method,
      reference: input.reference,
      paidAt: doneAt(input),
    });
    if (!refund.success) return invalid(refund.error, "paidAt");
    const deed = { number: input.orderNumber, claimId: input.claimId, refund: refund.data };
    return told(await recordRefund(scope, deed, now), input);
  },
);

export const shipmentDoneAction = sellerAction(
  promise.extend({ carrier: z.string(), trackingNumber: z.string() }),
  async (input, { scope, now }) => {
    const { carrier, trackingNumber } = input;
    const parcel = parcelSchema.safeParse({ carrier, trackingNumber, shippedAt: doneAt(input) });
    if (!parcel.success) return invalid(parcel.error, "shippedAt");
    const deed = { number: input.orderNumber, claimId: input.claimId, parcel: parcel.data };
    return told(await recordShipment(scope, deed, now), input);
  },
);

export const returnDoneAction = sellerAction(promise.extend({ reference }), async (input, { scope, now }) => {
  const goods = returnSchema.safeParse({ receivedAt: doneAt(input), reference: input.reference });
  if (!goods.success) return invalid(goods.error, "receivedAt");
  const deed = { number: input.orderNumber, claimId: input.claimId, goods: goods.data };
  return told(await recordReturn(scope, deed, now), input);
});

export const noteDoneAction = sellerAction(promise.extend({ reference }), async (input, { scope, now }) => {
  const at = instantOfLocalTime(input.at, input.zone);
  if (!at) return refused("invalid", { at: ["invalid_date"] });
  const { claimId, commitmentId } = input;
  return told(await keepPromise(scope, { claimId, commitmentId, reference: input.reference, doneAt: at }, now), input);
});
