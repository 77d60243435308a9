import { carrierByName } from "@/lib/carriers/carrier";
import { safeTrackingLink } from "@/lib/carriers/tracking";
import { soundProofs } from "@/lib/replies/check-delivery";
import type { ReplyContext } from "@/lib/replies/context";
import type { ReplyFields } from "@/lib/replies/field";
import { dayOf, item, itemOf, type Paragraph, paragraph, text, textOf } from "@/lib/replies/paragraph";
import type { ReplyInput } from "@/lib/replies/schema";

type DeliverySolution = "confirm_delivery" | "parcel_in_transit" | "carrier_inquiry" | "reship";

/** Answers to a parcel not received. The carrier's word stays the carrier's: never "your parcel was delivered". */
export function deliveryLines(
  input: ReplyInput & { readonly solution: DeliverySolution },
  context: ReplyContext,
): readonly Paragraph[] {
  switch (input.solution) {
    case "confirm_delivery":
      return [
        paragraph("confirm_delivery.intro"),
        ...deliveredLine(input),
        ...proofLine(input, context),
        paragraph("confirm_delivery.not_you"),
      ];
    case "parcel_in_transit":
      return [
        paragraph("parcel_in_transit.intro"),
        ...itemOf("parcel_in_transit.last_event", "event", textOf(input.lastEvent)),
        ...itemOf("parcel_in_transit.expected_on", "day", dayOf(input.expectedOn)),
        ...lineOfTracking(input),
      ];
    case "carrier_inquiry":
      return [
        paragraph("carrier_inquiry.intro"),
        ...itemOf("carrier_inquiry.opened_on", "day", dayOf(input.openedOn)),
        ...lineOfTracking(input),
        ...itemOf("carrier_inquiry.reference", "reference", textOf(input.inquiryReference)),
        ...itemOf("carrier_inquiry.answer_on", "day", dayOf(input.answerOn)),
        paragraph("carrier_inquiry.nothing_to_do"),
      ];
    case "reship":
      return [
        paragraph("reship.intro"),
        ...sentLines(input, context),
        ...itemOf("expected_on", "day", dayOf(input.expectedOn)),
        ...lineOfTracking(input),
        paragraph("reship.accept"),
      ];
  }
}

/** The items a new parcel holds, with their quantities. */
export function sentLines({ lines }: ReplyFields, { order }: ReplyContext): readonly Paragraph[] {
  return (lines ?? []).flatMap(({ lineId, quantity }) => {
    const line = order.lines.find((candidate) => candidate.lineId === lineId);
    return line ? [item("sent_line", { quantity: text(String(quantity)), name: text(line.name) })] : [];
  });
}

/** The parcel's number with its link; a link that is not the carrier's is shown as text. */
export function lineOfTracking(fields: ReplyFields): readonly Paragraph[] {
  const { trackingNumber, trackingUrl } = fields;
  const href = safeTrackingLink(fields);
  const carrier = carrierName(fields);
  const number = trackingNumber
    ? [{ ...item("tracking.number", { carrier: text(carrier), number: text(trackingNumber) }), href }]
    : [];
  if (!trackingUrl || (href !== trackingUrl && number.length > 0 && href !== null)) return number;
  return [
    ...number,
    { ...item("tracking.link", { link: text(trackingUrl) }), href: href === trackingUrl ? href : null },
  ];
}

function deliveredLine(fields: ReplyFields): readonly Paragraph[] {
  const { deliveredAt, trackingNumber } = fields;
  if (!deliveredAt || !trackingNumber) return [];
  const values = {
    carrier: text(carrierName(fields)),
    number: text(trackingNumber),
    deliveredAt: { type: "instant", value: deliveredAt },
  } as const;
  return [{ ...paragraph("confirm_delivery.stated", values), href: safeTrackingLink(fields) }];
}

function proofLine({ proofFollowsOn }: ReplyFields, context: ReplyContext): readonly Paragraph[] {
  if (soundProofs(context).length > 0) return [paragraph("confirm_delivery.proof_attached")];
  return itemOf("confirm_delivery.proof_follows", "day", dayOf(proofFollowsOn));
}

function carrierName({ carrier }: ReplyFields): string {
  return carrierByName(carrier).name || (carrier ?? "");
}
