import type { Instant } from "@/lib/calendar/instant";
import { MAX_FILE_BYTES, MAX_FILES } from "@/lib/evidence/accepted-file";
import { foreignRefusal, isSameOrigin } from "@/lib/server/same-origin";
import { pageBefore } from "../return-to";
import { type AuthorisedUpload, authoriseUpload, factsOf, type UploadVisitor, uploadIntentSchema } from "./authorise";
import { BrokenForm, type FilePart, readMultipart } from "./multipart";
import { type StoreRefusal, storeUpload } from "./store-upload";

/** Name of the search parameter that tells the page what became of the files. */
const UPLOAD_RESULT_PARAM = "envoi";

type PlainFormResult = "received" | "nothing_chosen" | "broken_form" | "too_many_files" | StoreRefusal;

const MAX_FIELDS = 10;

/** Past the ten that are taken, so that one file too many is heard of; the camera's field counts even when empty. */
const FILES_HEARD = MAX_FILES + 2;

/**
 * A form sent without JavaScript: hidden fields first, then the files, streamed one after the other. Answers with the
 * page the form was on, which says what became of them.
 */
export async function receivePlainForm(request: Request, visitor: UploadVisitor, now: Instant): Promise<Response> {
  // Security: a session's cookie is sent along by the browser, so the form must be one of ours.
  if (!isSameOrigin(request)) return foreignRefusal(request);
  const results: PlainFormResult[] = [];
  const fields: Record<string, string> = {};
  let right: Promise<AuthorisedUpload | undefined> | undefined;

  const storePart = async (part: FilePart): Promise<PlainFormResult> => {
    const intent = uploadIntentSchema.safeParse(fields);
    if (!intent.success) return "broken_form";
    right ??= authoriseUpload(visitor, intent.data);
    const authorised = await right;
    if (!authorised) return "not_allowed";
    const facts = factsOf(intent.data);
    const purpose = { target: authorised.target, kind: intent.data.kind, ...(facts ? { facts } : {}) };
    const stored = await storeUpload(authorised.scope, purpose, { part, now });
    return stored.ok ? "received" : stored.reason;
  };

  try {
    await readMultipart(request, {
      limits: { fileBytes: MAX_FILE_BYTES, files: FILES_HEARD, fields: MAX_FIELDS },
      onField: (name, value) => {
        if (value !== "") fields[name] = value;
      },
      onFile: async (part) => {
        if (part.name !== "") results.push(results.length < MAX_FILES ? await storePart(part) : "too_many_files");
        part.content.resume();
      },
    });
  } catch (error) {
    if (!(error instanceof BrokenForm)) throw error;
    results.push("broken_form");
  }
  return backToPage(request, overall(results));
}

/** The first refusal is what the sender must know; the files that were taken are listed on the page anyway. */
function overall(results: readonly PlainFormResult[]): PlainFormResult {
  return results.find((result) => result !== "received") ?? results[0] ?? "nothing_chosen";
}

function backToPage(request: Request, result: PlainFormResult): Response {
  const page = new URL(pageBefore(request), "http://page.invalid");
  page.searchParams.set(UPLOAD_RESULT_PARAM, result);
  return new Response(null, { status: 303, headers: { location: `${page.pathname}${page.search}#documents` } });
}
