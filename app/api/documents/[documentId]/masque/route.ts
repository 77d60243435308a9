import { z } from "zod";
import { parseAreas } from "@/lib/evidence/black-out";
import { imagePreview } from "@/lib/server/files/image-preview";
import { drawBlackedOut } from "@/lib/server/files/keep-blacked-out";
import { currentViewer, sellerScopeOf } from "@/lib/server/session";

/** What a picture looks like with these areas blacked out, before it is kept: drawn for this answer, stored nowhere. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ documentId: string }> },
): Promise<Response> {
  const viewer = await currentViewer();
  const scope = viewer && sellerScopeOf(viewer);
  if (!scope) return new Response(null, { status: 401 });
  const documentId = z.uuid().safeParse((await params).documentId);
  const areas = parseAreas(new URL(request.url).searchParams.get("zones") ?? "");
  if (!documentId.success || !areas) return new Response(null, { status: 404 });
  const drawn = await drawBlackedOut(scope, { documentId: documentId.data, areas });
  if (!drawn.ok) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(await imagePreview(drawn.value.picture.bytes)), {
    headers: {
      "content-type": "image/webp",
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-store",
    },
  });
}
