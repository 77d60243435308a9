import { z } from "zod";
import { findProofSheet } from "@/db/queries/proof-sheet";
import { currentTime } from "@/lib/server/clock";
import { openCustomerLink } from "@/lib/server/customer-link";
import { proofSheetResponse } from "@/lib/server/files/proof-sheet";

type Address = { params: Promise<{ token: string; documentId: string }> };

/** The cover sheet of a proof of delivery that was sent to the holder of the link. */
export async function GET(_request: Request, { params }: Address): Promise<Response> {
  const { token, documentId } = await params;
  const scope = await openCustomerLink(token, currentTime());
  const id = z.uuid().safeParse(documentId);
  const sheet = scope && id.success ? await findProofSheet(scope, id.data) : undefined;
  return sheet ? proofSheetResponse(sheet) : new Response(null, { status: 404 });
}
