import { z } from "zod";
import { findClaimPage } from "@/db/queries/claim-page";
import { currentTime } from "@/lib/server/clock";
import { paperResponse } from "@/lib/server/pdf/paper-response";
import { renderReplyPaper } from "@/lib/server/pdf/reply-paper";
import { currentViewer, sellerScopeOf } from "@/lib/server/session";

type Address = { params: Promise<{ claimId: string; replyId: string }> };

/** The return slip or the cancellation confirmation of an answer, as its customer downloads it. */
export async function GET(_request: Request, { params }: Address): Promise<Response> {
  const viewer = await currentViewer();
  const scope = viewer && sellerScopeOf(viewer);
  if (!scope) return new Response(null, { status: 401 });
  const { claimId, replyId } = await params;
  const id = z.uuid().safeParse(claimId);
  const page = id.success ? await findClaimPage(scope, id.data, currentTime()) : undefined;
  const reply = page?.replies.find((one) => one.id === replyId);
  if (!page || !reply?.sentAt) return new Response(null, { status: 404 });
  const paper = await renderReplyPaper({
    reply: { content: reply.content, sentAt: reply.sentAt },
    order: page.order,
    context: { ...page.context, documents: page.documents.filter((document) => document.replyId === replyId) },
    seller: page.seller,
    zone: page.marketplace.zone,
  });
  return paper ? paperResponse(paper, page.order.order.number) : new Response(null, { status: 404 });
}
