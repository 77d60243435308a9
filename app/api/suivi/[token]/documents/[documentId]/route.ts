import { z } from "zod";
import { recordDocumentOpened } from "@/db/commands/document-opened";
import { findServableDocument } from "@/db/queries/documents";
import { currentTime } from "@/lib/server/clock";
import { openCustomerLink } from "@/lib/server/customer-link";
import { serveDocument } from "@/lib/server/files/serve-document";
import { foreignRefusal, isSameOrigin } from "@/lib/server/same-origin";

type Address = { params: Promise<{ token: string; documentId: string }> };

/**
 * The customer opens a document the seller sent: noted, then the file follows. Only this note is a POST, for a mail's
 * scanner follows addresses too; reading the file by its address is never noted.
 */
export async function POST(request: Request, { params }: Address): Promise<Response> {
  if (!isSameOrigin(request)) return foreignRefusal(request);
  const { token, documentId } = await params;
  const now = currentTime();
  const scope = await openCustomerLink(token, now);
  const id = z.uuid().safeParse(documentId);
  const document = scope && id.success ? await findServableDocument(scope, id.data) : null;
  if (!scope || !document) return new Response(null, { status: 404 });
  await recordDocumentOpened(scope, { documentId: document.id }, now);
  return new Response(null, { status: 303, headers: { location: new URL(request.url).pathname } });
}

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
