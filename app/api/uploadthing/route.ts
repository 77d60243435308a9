import { foreignRefusal, isForeign } from "@/lib/server/same-origin";
import { answerUploadRequest } from "@/lib/server/upload/upload-path";
import { uploadVisitor } from "@/lib/server/upload/visitor";

/** The FileRouter's door: what may be sent (GET), addresses to send it to, and callbacks once it has arrived (POST). */
async function answer(request: Request): Promise<Response> {
  // UploadThing's own callbacks come from no page.
  if (isForeign(request)) return foreignRefusal(request);
  return answerUploadRequest(request, await uploadVisitor());
}

export { answer as GET, answer as POST };
