import { answerCallbackResult } from "@/lib/server/upload/ingest-hooks";
import { ingestRefusal } from "@/lib/server/upload/ingest-refusal";
import { uploadPath } from "@/lib/server/upload/upload-path";

export async function POST(request: Request): Promise<Response> {
  const { ingest } = uploadPath();
  return ingest ? answerCallbackResult(request, ingest) : ingestRefusal("unknown");
}
