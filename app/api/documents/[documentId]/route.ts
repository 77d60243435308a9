import { z } from "zod";
import { findServableDocument } from "@/db/queries/documents";
import { serveDocument } from "@/lib/server/files/serve-document";
import { adminScopeOf, currentViewer, sellerScopeOf } from "@/lib/server/session";

/** A document for a member of its seller or for the operator; `?apercu` looks at an image in the page. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ documentId: string }> },
): Promise<Response> {
  const viewer = await currentViewer();
  const scope = viewer && (sellerScopeOf(viewer) ?? adminScopeOf(viewer));
  if (!scope) return new Response(null, { status: 401 });
  const documentId = z.uuid().safeParse((await params).documentId);
  const document = documentId.success ? await findServableDocument(scope, documentId.data) : null;
  if (!document) return new Response(null, { status: 404 });
  return serveDocument(document, request, new URL(request.url).searchParams.has("apercu") ? "preview" : "attachment");
}
