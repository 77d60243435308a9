import { type ApiProblem, isProblem, problem } from "@/lib/server/api/problems";

export type JsonBody = { readonly value: unknown; readonly bytes: Uint8Array };

/**
 * The JSON of a request, read no further than `maxBytes`.
 *
 * Text that PostgreSQL cannot hold (NUL, half a surrogate pair) is malformed here, so that no command meets it.
 */
export async function readJson(request: Request, maxBytes: number): Promise<JsonBody | ApiProblem> {
  if (!isJson(request.headers.get("content-type"))) return problem("unsupported_media_type");
  const bytes = await readCapped(request, maxBytes);
  if (isProblem(bytes)) return bytes;
  const value = parsed(bytes);
  return value !== undefined && isStorable(value) ? { value, bytes } : problem("malformed_json");
}

/** No body of ours nests deeper; to follow a hundred thousand brackets would end the call with a stack overflow. */
const MAX_DEPTH = 32;

/** Whether every text in a value can be stored: no NUL, no half of a surrogate pair. What nests endlessly cannot. */
export function isStorable(value: unknown, depth = 0): boolean {
  if (typeof value === "string") return !value.includes("\u0000") && value.isWellFormed();
  if (typeof value !== "object" || value === null) return true;
  if (depth === MAX_DEPTH) return false;
  return Object.entries(value).every(([key, member]) => isStorable(key) && isStorable(member, depth + 1));
}

/** `curl` without a type sends a form's: an explicit other type is refused, none at all is taken for JSON. */
function isJson(contentType: string | null): boolean {
  return contentType === null || /^application\/([\w.+-]+\+)?json\s*(;|$)/i.test(contentType);
}

async function readCapped(request: Request, maxBytes: number): Promise<Uint8Array | ApiProblem> {
  const tooLarge = problem("body_too_large", { values: { limit: maxBytes / 1_000_000 } });
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) return tooLarge;
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels the stream: nothing more is read from the caller.
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) return tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Undefined is no JSON value, so it can say that there is none. */
function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
