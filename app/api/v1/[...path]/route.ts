import { languageOf } from "@/lib/server/api/language";
import { problem } from "@/lib/server/api/problems";
import { problemResponse } from "@/lib/server/api/responses";

/** A path the API does not know. */
function notFound(request: Request): Response {
  return problemResponse(problem("not_found"), languageOf(request.headers.get("accept-language")));
}

export { notFound as GET, notFound as POST, notFound as PUT, notFound as PATCH, notFound as DELETE };
