import { z } from "zod";
import { currentTime } from "@/lib/server/clock";
import { makeDossier } from "@/lib/server/dossier/dossier";
import { adminScopeOf, currentViewer } from "@/lib/server/session";

type Address = { params: Promise<{ claimId: string }> };

/** A claim's dossier for a mediator or a court, as a ZIP; an auditor may take it too. */
export async function GET(_request: Request, { params }: Address): Promise<Response> {
  const viewer = await currentViewer();
  const scope = viewer && adminScopeOf(viewer);
  if (!scope) return new Response(null, { status: viewer ? 404 : 401 });
  const claimId = z.uuid().safeParse((await params).claimId);
  const dossier = claimId.success ? await makeDossier(scope, claimId.data, currentTime()) : undefined;
  if (!dossier) return new Response(null, { status: 404 });
  return new Response(dossier.body, {
    headers: {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="${dossier.name}"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
