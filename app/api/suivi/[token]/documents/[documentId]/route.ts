import { z } from "zod";
import { findServableDocument } from "@/db/queries/documents";
import { currentTime } from "@/lib/server/clock";
import { openCustomerLink } from "@/lib/server/customer-link";
import { serveDocument } from "@/lib/server/files/serve-document";

type Address = { params: Promise<{ token: string; documentId: string }> };

/**
 * A document that was sent to the holder of the link; `?apercu` looks at an image in the page.
 *
 * Security: under `/api`, because the page policy that proxy.ts writes would take the place of the sandbox.
 */
export async function GET(request: Request, { params }: Address): Promise<Response> {
  const { token, documentId } = await params;
  const scope = await openCustomerLink(token, currentTime());
  const id = z.uuid().safeParse(documentId);
  const document = scope && id.success ? await findServableDocument(scope, id.data) : null;
  if (!document) return new Response(null, { status: 404 });
  return serveDocument(document, request, new URL(request.url).searchParams.has("apercu") ? "preview" : "attachment");
}
