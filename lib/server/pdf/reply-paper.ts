import type { OrderFacts } from "@/db/queries/order-facts";
import { parseIsoDate } from "@/lib/calendar/civil-day";
import { type Instant, toDate } from "@/lib/calendar/instant";
import { localDay, type ZoneId } from "@/lib/calendar/zone";
import { MESSAGES } from "@/lib/i18n/messages";
import { replyWording } from "@/lib/i18n/reply-wording";
import type { PostalAddress } from "@/lib/orders/order";
import type { ReplyContext } from "@/lib/replies/context";
import type { ReplyFields, ReturnAddressInput } from "@/lib/replies/field";
import { paperOfReply, type ReplyPaper } from "@/lib/replies/paper";
import { meansLines } from "@/lib/replies/rendered-return";
import type { ReplyInput } from "@/lib/replies/schema";
import { writeParagraphs } from "@/lib/replies/write";
import type { SellerIdentity } from "@/lib/sellers/legal-identity";
import { renderCancellationPdf } from "@/lib/server/pdf/cancellation-confirmation";
import { renderReturnSlipPdf } from "@/lib/server/pdf/return-slip";
import { bareIdentity } from "@/lib/server/pdf/seller-brand";

export type AnsweredClaim = {
  readonly reply: { readonly content: ReplyInput; readonly sentAt: Instant };
  readonly order: OrderFacts;
  readonly context: ReplyContext;
  readonly seller: { readonly name: string; readonly legalIdentity: SellerIdentity | null };
  /** In which the days of the paper are told. */
  readonly zone: ZoneId;
};

/**
 * The paper of an answer that was sent, in French; the same bytes each time it is asked for. Undefined when the
 * answer has none, or does not say enough for one.
 */
export async function renderReplyPaper(
  claim: AnsweredClaim,
): Promise<{ readonly kind: ReplyPaper; readonly bytes: Uint8Array } | undefined> {
  const kind = paperOfReply(claim.reply.content);
  const bytes = kind === "return_slip" ? await returnSlip(claim) : kind ? await cancellation(claim) : undefined;
  return kind && bytes ? { kind, bytes } : undefined;
}

async function returnSlip({ reply, order, context, seller, zone }: AnsweredClaim): Promise<Uint8Array | undefined> {
  const fields: ReplyFields = reply.content;
  const sendBefore = parseIsoDate(fields.sendBeforeOn ?? "");
  const { returnAddress, returnReference: reference } = fields;
  if (!sendBefore || !returnAddress || !reference) return undefined;
  const means = writeParagraphs(meansLines(fields, context), replyWording("fr", zone, MESSAGES.fr.solutions));
  const address = addressOf(returnAddress, seller.name);
  return renderReturnSlipPdf({
    seller: seller.legalIdentity ?? bareIdentity(seller.name),
    reference,
    orderNumber: order.order.number,
    customerName: order.order.customerName,
    returnAddress: address,
    items: claimedItems({ order, context }),
    sendBefore,
    paidBy: fields.costBearer === "customer" ? "customer" : "seller",
    means: means[0]?.text,
    packing: fields.packing || undefined,
    nextStep: fields.nextStep || undefined,
    issuedOn: localDay(reply.sentAt, zone),
    createdAt: toDate(reply.sentAt),
  });
}

async function cancellation({ reply, order, context, seller, zone }: AnsweredClaim): Promise<Uint8Array | undefined> {
  const fields: ReplyFields = reply.content;
  const noLaterThan = parseIsoDate(fields.refundOn ?? "");
  const { amountCents } = fields;
  const { currency, number, placedAt, customerName } = order.order;
  const promised = noLaterThan && amountCents !== undefined;
  if (!fields.nothingCharged && !promised) return undefined;
  return renderCancellationPdf({
    seller: seller.legalIdentity ?? bareIdentity(seller.name),
    orderNumber: number,
    orderPlacedOn: localDay(placedAt, zone),
    customerName,
    items: claimedItems({ order, context }),
    cancelledOn: localDay(reply.sentAt, zone),
    refund: promised ? { kind: "refund", amountCents, currency, noLaterThan } : { kind: "nothing_debited" },
    createdAt: toDate(reply.sentAt),
  });
}

function claimedItems({ order, context }: Pick<AnsweredClaim, "order" | "context">) {
  const claimed = new Set(context.order.lines.filter((line) => line.claimed).map(({ lineId }) => lineId));
  return order.lines
    .filter(({ lineId }) => claimed.has(lineId))
    .map(({ name, sku, quantity }) => ({ name, sku, quantity }));
}

/** A country is written out in an answer, which a paper within France leaves out. */
function addressOf({ name, line1, line2, postcode, city, country }: ReturnAddressInput, seller: string): PostalAddress {
  return {
    name: name || seller,
    line1: line1 ?? "",
    line2: line2 || undefined,
    postcode: postcode ?? "",
    city: city ?? "",
    country: !country || /^france$/i.test(country) ? "FR" : country,
  };
}
