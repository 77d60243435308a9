import { z } from "zod";
import { REPLY_FIELDS } from "@/lib/replies/field";
import { SOLUTION_FIELDS as OF } from "@/lib/replies/solution-fields";

/**
 * One answer. Types and lengths are judged here, what is missing by `judgeReply`; a field of another
 * solution is refused. Texts lose control characters and direction overrides.
 */
export const replyInput = z.discriminatedUnion("solution", [
  REPLY_FIELDS.pick(OF.confirm_delivery).extend({ solution: z.literal("confirm_delivery") }),
  REPLY_FIELDS.pick(OF.refund).extend({ solution: z.literal("refund") }),
  REPLY_FIELDS.pick(OF.reship).extend({ solution: z.literal("reship") }),
  REPLY_FIELDS.pick(OF.parcel_in_transit).extend({ solution: z.literal("parcel_in_transit") }),
  REPLY_FIELDS.pick(OF.carrier_inquiry).extend({ solution: z.literal("carrier_inquiry") }),
  REPLY_FIELDS.pick(OF.confirm_cancellation).extend({ solution: z.literal("confirm_cancellation") }),
  REPLY_FIELDS.pick(OF.could_not_stop).extend({ solution: z.literal("could_not_stop") }),
  REPLY_FIELDS.pick(OF.return_procedure).extend({ solution: z.literal("return_procedure") }),
  REPLY_FIELDS.pick(OF.accept_return).extend({ solution: z.literal("accept_return") }),
  REPLY_FIELDS.pick(OF.refuse).extend({ solution: z.literal("refuse") }),
  REPLY_FIELDS.pick(OF.exchange).extend({ solution: z.literal("exchange") }),
  REPLY_FIELDS.pick(OF.repair).extend({ solution: z.literal("repair") }),
  REPLY_FIELDS.pick(OF.replacement).extend({ solution: z.literal("replacement") }),
  REPLY_FIELDS.pick(OF.ship_missing_item).extend({ solution: z.literal("ship_missing_item") }),
  REPLY_FIELDS.pick(OF.goodwill_gesture).extend({ solution: z.literal("goodwill_gesture") }),
  REPLY_FIELDS.pick(OF.refund_without_return).extend({ solution: z.literal("refund_without_return") }),
  REPLY_FIELDS.pick(OF.price_reduction).extend({ solution: z.literal("price_reduction") }),
  REPLY_FIELDS.pick(OF.send_invoice).extend({ solution: z.literal("send_invoice") }),
  REPLY_FIELDS.pick(OF.send_corrected_invoice).extend({ solution: z.literal("send_corrected_invoice") }),
  REPLY_FIELDS.pick(OF.answer_other).extend({ solution: z.literal("answer_other") }),
]);
export type ReplyInput = z.output<typeof replyInput>;
