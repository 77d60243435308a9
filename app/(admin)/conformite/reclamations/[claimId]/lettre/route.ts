import { z } from "zod";
import { currentTime } from "@/lib/server/clock";
import { printLetter } from "@/lib/server/letter-link";
import { foreignRefusal, isSameOrigin } from "@/lib/server/same-origin";
import { adminScopeOf, currentViewer } from "@/lib/server/session";

type Address = { params: Promise<{ claimId: string }> };

/** The letter with the link's code, to be printed. A POST, for printing is written in the journal. */
export async function POST(request: Request, { params }: Address): Promise<Response> {
  if (!isSameOrigin(request)) return foreignRefusal(request);
  const viewer = await currentViewer();
  const scope = viewer && adminScopeOf(viewer);
  if (!scope) return new Response(null, { status: 401 });
  if (scope.role !== "admin") return new Response(null, { status: 403 });
  const claimId = z.uuid().safeParse((await params).claimId);
  const letter = claimId.success ? await printLetter(scope, { claimId: claimId.data }, currentTime()) : undefined;
  if (!letter?.ok) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(letter.value.pdf), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="lettre-${letter.value.reference}.pdf"`,
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}
