import { currentTime } from "@/lib/server/clock";
import { receivePlainForm } from "@/lib/server/upload/plain-form";
import { uploadVisitor } from "@/lib/server/upload/visitor";

/** Files of a form sent without JavaScript. */
export async function POST(request: Request): Promise<Response> {
  return receivePlainForm(request, await uploadVisitor(), currentTime());
}
