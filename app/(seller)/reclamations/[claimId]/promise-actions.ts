"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { issueCreditNote } from "@/db/commands/issue-credit-note";
import { keepPromise } from "@/db/commands/keep-promise";
import { keepByRefund, keepByReturn, keepByShipment } from "@/db/commands/keep-promise-by-deed";
import { instantOfLocalTime } from "@/lib/calendar/local-time";
import { zoneSchema } from "@/lib/calendar/zone-schema";
import { cleanLine } from "@/lib/messages/clean";
import { parcelSchema, refundSchema, returnSchema } from "@/lib/orders/schema";
import { type Outcome, refused } from "@/lib/outcome";
import { readCents } from "@/lib/replies/reply-form";
import { type FieldCodes, fieldCodes } from "@/lib/server/action-state";
import { renderInvoicePdf } from "@/lib/server/pdf/invoice";
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

function promiseOf({ orderNumber, claimId, commitmentId }: Promised) {
  return { number: orderNumber, claimId, commitmentId };
}

/** The form calls the instant `at`, whatever the body it goes into calls it. */
function inForm(codes: FieldCodes, name: string): FieldCodes {
  const { [name]: at, ...fields } = codes;
  return at ? { ...fields, at } : fields;
}

function told<Value, Reason extends string>(
  outcome: Outcome<Value, Reason>,
  { claimId }: Promised,
  instantName: string,
): Outcome<Value, Reason> {
  // A refund that covers too little is recorded all the same: the page shows it.
  revalidatePath(`/reclamations/${claimId}`);
  return outcome.ok || !outcome.fields ? outcome : refused(outcome.reason, inForm(outcome.fields, instantName));
}

export const refundDoneAction = sellerAction(
  promise.extend({ reference, amountCents: z.string(), method: z.string(), creditNote: z.literal("yes").optional() }),
  async (input, { scope, now }) => {
    const { amountCents, method } = input;
    const facts = { amountCents: readCents(amountCents), method, reference: input.reference, paidAt: doneAt(input) };
    const refund = refundSchema.safeParse(facts);
    if (!refund.success) return refused("invalid", inForm(fieldCodes(refund.error), "paidAt"));
    const kept = await keepByRefund(scope, { ...promiseOf(input), refund: refund.data }, now);
    if (kept.ok && input.creditNote) {
      // The money is paid whatever becomes of the note: where none could be issued, the page says so.
      const { orderNumber, claimId } = input;
      const asked = { kind: "refund" as const, ...refund.data };
      await issueCreditNote(scope, { orderNumber, claimId, asked }, { render: renderInvoicePdf, now });
    }
    return told(kept, input, "paidAt");
  },
);

export const shipmentDoneAction = sellerAction(
  promise.extend({ carrier: z.string(), trackingNumber: z.string() }),
  async (input, { scope, now }) => {
    const { carrier, trackingNumber } = input;
    const read = parcelSchema.safeParse({ carrier, trackingNumber, shippedAt: doneAt(input) });
    if (!read.success) return refused("invalid", inForm(fieldCodes(read.error), "shippedAt"));
    const parcel = { ...read.data, shippedAt: read.data.shippedAt ?? now };
    return told(await keepByShipment(scope, { ...promiseOf(input), parcel }, now), input, "shippedAt");
  },
);

export const returnDoneAction = sellerAction(promise.extend({ reference }), async (input, { scope, now }) => {
  const read = returnSchema.safeParse({ receivedAt: doneAt(input), reference: input.reference });
  if (!read.success) return refused("invalid", inForm(fieldCodes(read.error), "receivedAt"));
  const goods = { ...read.data, receivedAt: read.data.receivedAt ?? now };
  return told(await keepByReturn(scope, { ...promiseOf(input), goods }, now), input, "receivedAt");
});

export const noteDoneAction = sellerAction(promise.extend({ reference }), async (input, { scope, now }) => {
  const at = instantOfLocalTime(input.at, input.zone);
  if (!at) return refused("invalid", { at: ["invalid_date"] });
  const { claimId, commitmentId } = input;
  const kept = { claimId, commitmentId, reference: input.reference, doneAt: at };
  return told(await keepPromise(scope, kept, now), input, "doneAt");
});
