import { env } from "@/lib/env";
import { OPERATIONS } from "@/lib/server/api/catalogue";
import { openApiDocument } from "@/lib/server/api/openapi";

/** The address depends on where the product runs, so the document is written when it is asked for. */
export const dynamic = "force-dynamic";

export function GET(): Response {
  return Response.json(openApiDocument(OPERATIONS, env().BASE_URL));
}
