import { type DatabaseHealth, databaseHealth } from "@/db/queries/health";

export const dynamic = "force-dynamic";

const PATIENCE_MS = 3_000;

const SENTENCES = {
  unreachable: "The database does not answer.",
  not_migrated: "The database is not migrated to this version.",
} as const satisfies Record<Exclude<DatabaseHealth, "ready">, string>;

/** For load balancers and the supervisor: 200 when the product can serve, 503 with the reason when it cannot. */
export async function GET(): Promise<Response> {
  const health = await databaseHealth(PATIENCE_MS);
  const headers = { "Cache-Control": "no-store" };
  if (health === "ready") return Response.json({ status: "ok" }, { headers });
  return Response.json({ status: "unavailable", detail: SENTENCES[health] }, { status: 503, headers });
}
