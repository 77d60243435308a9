import { resolve } from "node:path";
import { createRouteHandler } from "uploadthing/server";
import { env } from "@/lib/env";
import { currentTime } from "../clock";
import { hasRoomForFiles } from "../storage/disk-room";
import { localFiles } from "../storage/stored-files";
import type { UploadVisitor } from "./authorise";
import { incomingFiles } from "./incoming";
import type { IngestSettings } from "./ingest";
import { answerCallbackResult, answerMetadata } from "./ingest-hooks";
import { uploadRouter } from "./router";
import { encodeToken, ownToken } from "./token";

type UploadPath = {
  /** The router's door, `/api/uploadthing`. */
  readonly answer: (request: Request) => Promise<Response>;
  /** Absent when UploadThing takes the files in. */
  readonly ingest: IngestSettings | undefined;
};

const visitors = new WeakMap<Request, UploadVisitor>();
let path: UploadPath | undefined;

/**
 * Answers a browser or a callback.
 *
 * Security: the router's runtime shares its turns between requests, so nothing that depends on "the current request"
 * (cookies) may be asked inside it. The visitor is bound to the request here, before it is handed over.
 */
export function answerUploadRequest(request: Request, visitor: UploadVisitor): Promise<Response> {
  visitors.set(request, visitor);
  return uploadPath().answer(request);
}

export function uploadPath(): UploadPath {
  path ??= env().UPLOADTHING_TOKEN ? remotePath() : ownPath();
  return path;
}

/** Files under `DATA_DIR`: the router and the ingest are this process, and speak without a network between them. */
function ownPath(): UploadPath {
  const { BASE_URL, DATA_DIR, AUTH_SECRET } = env();
  if (!AUTH_SECRET) throw new Error("AUTH_SECRET is not set: upload addresses cannot be signed");
  const token = ownToken(AUTH_SECRET);
  const url = `${BASE_URL}/api/ingest`;
  const ingest: IngestSettings = {
    url,
    token,
    incoming: incomingFiles(resolve(/*turbopackIgnore: true*/ DATA_DIR, "uploads")),
    storage: localFiles(),
    callBack: (request) => answer(request),
    now: currentTime,
    hasRoom: hasRoomForFiles,
  };
  const answer = createRouteHandler({
    router: uploadRouter({ ...ASKED, keptAs: ({ documentId }) => `local/${documentId}` }),
    config: {
      ...COMMON,
      token: encodeToken(token),
      ingestUrl: url,
      callbackUrl: `${BASE_URL}/api/uploadthing`,
      fetch: (input, init) => answerHook(new Request(input, init), ingest),
    },
  });
  return { answer, ingest };
}

/** The hooks of our own ingest, and nothing else: this router has no reason to reach any other address. */
async function answerHook(request: Request, ingest: IngestSettings): Promise<Response> {
  if (request.url === `${ingest.url}/route-metadata`) return answerMetadata(request, ingest);
  if (request.url === `${ingest.url}/callback-result`) return answerCallbackResult(request, ingest);
  throw new Error(`the upload router has no business at ${request.url}`);
}

function remotePath(): UploadPath {
  const { BASE_URL, UPLOADTHING_TOKEN, UPLOADTHING_INGEST_URL } = env();
  const answer = createRouteHandler({
    router: uploadRouter({ ...ASKED, keptAs: ({ fileKey }) => `uploadthing/${fileKey}` }),
    config: {
      ...COMMON,
      ...(UPLOADTHING_TOKEN ? { token: UPLOADTHING_TOKEN } : {}),
      ...(UPLOADTHING_INGEST_URL ? { ingestUrl: UPLOADTHING_INGEST_URL } : {}),
      callbackUrl: `${BASE_URL}/api/uploadthing`,
    },
  });
  return { answer, ingest: undefined };
}

/** Signed addresses are logged at "Info": they are capabilities, so they are not. */
const COMMON = { isDev: false, handleDaemonPromise: "await", logLevel: "Error", logFormat: "json" } as const;

const ASKED = { visitorOf, now: currentTime, hasRoom: hasRoomForFiles };

function visitorOf(request: Request): UploadVisitor {
  return visitors.get(request) ?? NOBODY;
}

/** A callback has no visitor: what was proven before the upload comes back with it, signed. */
const NOBODY: UploadVisitor = { seller: async () => undefined, customer: async () => undefined };
