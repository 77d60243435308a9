import { z } from "zod";
import { findProofSheet } from "@/db/queries/proof-sheet";
import { proofSheetResponse } from "@/lib/server/files/proof-sheet";
import { adminScopeOf, currentViewer, sellerScopeOf } from "@/lib/server/session";

type Address = { params: Promise<{ documentId: string }> };

/** The cover sheet of a proof of delivery, for a member of its seller or for the operator. */
export async function GET(_request: Request, { params }: Address): Promise<Response> {
  const viewer = await currentViewer();
  const scope = viewer && (sellerScopeOf(viewer) ?? adminScopeOf(viewer));
  if (!scope) return new Response(null, { status: 401 });
  const documentId = z.uuid().safeParse((await params).documentId);
  const sheet = documentId.success ? await findProofSheet(scope, documentId.data) : undefined;
  return sheet ? proofSheetResponse(sheet) : new Response(null, { status: 404 });
}
