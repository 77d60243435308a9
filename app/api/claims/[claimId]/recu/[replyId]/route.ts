import { z } from "zod";
import { makeReceipt } from "@/lib/server/journal/proofs";
import { adminScopeOf, currentViewer, sellerScopeOf } from "@/lib/server/session";

type Address = { params: Promise<{ claimId: string; replyId: string }> };

const answer = z.object({ claimId: z.uuid(), replyId: z.uuid() });

/** The receipt of an answer as JSON: what proves that it was sent, when and with which words. */
export async function GET(_request: Request, { params }: Address): Promise<Response> {
  const viewer = await currentViewer();
  const scope = viewer && (adminScopeOf(viewer) ?? sellerScopeOf(viewer));
  if (!scope) return new Response(null, { status: 401 });
  const asked = answer.safeParse(await params);
  const receipt = asked.success ? await makeReceipt(scope, asked.data) : undefined;
  if (!receipt) return new Response(null, { status: 404 });
  return new Response(`${JSON.stringify(receipt, null, 2)}\n`, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="recu-${receipt.event.hash.slice(0, 12)}.json"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
