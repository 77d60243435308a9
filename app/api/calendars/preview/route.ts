import { readDraft } from "@/app/(admin)/calendriers/_components/draft-address";
import { findCalendarPreview } from "@/db/queries/calendar-preview";
import { currentTime } from "@/lib/server/clock";
import { adminScopeOf, currentViewer } from "@/lib/server/session";

/** How far the count of a correction's effect is: one line of JSON after each part. Nothing is written. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await currentViewer();
  const scope = viewer && adminScopeOf(viewer);
  if (!scope) return new Response(null, { status: 404 });
  const draft = readDraft(Object.fromEntries(new URL(request.url).searchParams));
  if (!draft) return new Response(null, { status: 400 });
  const { readable, writable } = new TransformStream<string, string>();
  const writer = writable.getWriter();
  const tell = (done: number, total: number) => {
    writer.write(`${JSON.stringify({ done, total })}\n`).catch(() => undefined);
  };
  findCalendarPreview(scope, draft, currentTime(), tell).then(
    () => writer.close().catch(() => undefined),
    (error: unknown) => writer.abort(error).catch(() => undefined),
  );
  return new Response(readable.pipeThrough(new TextEncoderStream()), {
    headers: { "content-type": "application/x-ndjson; charset=utf-8", "cache-control": "no-store" },
  });
}
