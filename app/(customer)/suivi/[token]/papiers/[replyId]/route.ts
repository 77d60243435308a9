import { readCustomerSpace } from "@/db/queries/customer-space";
import { currentTime } from "@/lib/server/clock";
import { openCustomerLink } from "@/lib/server/customer-link";
import { paperResponse } from "@/lib/server/pdf/paper-response";
import { renderReplyPaper } from "@/lib/server/pdf/reply-paper";

type Address = { params: Promise<{ token: string; replyId: string }> };

/** The return slip or the cancellation confirmation of an answer the customer may read. */
export async function GET(_request: Request, { params }: Address): Promise<Response> {
  const { token, replyId } = await params;
  const now = currentTime();
  const scope = await openCustomerLink(token, now);
  const space = scope && (await readCustomerSpace(scope, now));
  const shown = space?.claims.find(({ replies }) => replies.some(({ id }) => id === replyId));
  const reply = shown?.replies.find(({ id }) => id === replyId);
  if (!space || !shown || !reply?.sentAt) return new Response(null, { status: 404 });
  const paper = await renderReplyPaper({
    reply: { content: reply.content, sentAt: reply.sentAt },
    order: space.order,
    context: { ...shown.context, documents: space.documents.filter((document) => document.replyId === replyId) },
    seller: space.seller,
    zone: space.marketplace.zone,
  });
  return paper ? paperResponse(paper, space.order.order.number) : new Response(null, { status: 404 });
}
