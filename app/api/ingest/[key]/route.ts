import { answerHead, answerPut } from "@/lib/server/upload/ingest";
import { ingestRefusal } from "@/lib/server/upload/ingest-refusal";
import { uploadPath } from "@/lib/server/upload/upload-path";

/** How much of a file we hold already. */
export async function HEAD(request: Request): Promise<Response> {
  const { ingest } = uploadPath();
  return ingest ? answerHead(request, ingest) : ingestRefusal("unknown");
}

/** The file, or what was missing of it. */
export async function PUT(request: Request): Promise<Response> {
  const { ingest } = uploadPath();
  return ingest ? answerPut(request, ingest) : ingestRefusal("unknown");
}
