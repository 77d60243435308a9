import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { isDiskFull } from "../storage/disk-room";
import type { Incoming, IncomingRecord } from "./incoming";
import { ingestRefusal } from "./ingest-refusal";
import { sign } from "./signature";
import type { UploadToken } from "./token";

/** How the ingest and the router speak to each other: metadata before the file, callback and result after it. */
export type HookSettings = {
  /** Public address of the ingest, without a slash at the end; part of what is signed. */
  readonly url: string;
  readonly token: UploadToken;
  readonly incoming: Incoming;
  /** Hands a signed callback to the router and waits for its answer. */
  readonly callBack: (request: Request) => Promise<Response>;
};

declare global {
  /** Results the router posts back while the `PUT` that caused them still waits, by file key. */
  var uploadResults: Map<string, unknown> | undefined;
}

const metadataSchema = z.object({
  fileKeys: z.array(z.string()).min(1),
  metadata: z.looseObject({ documentIds: z.array(z.uuid()) }),
  callbackUrl: z.url(),
  callbackSlug: z.string(),
});

/** `POST {ingest}/route-metadata`: the router says what is about to come, and where to report it. */
export async function answerMetadata(request: Request, settings: HookSettings): Promise<Response> {
  if (!hasApiKey(request, settings.token)) return ingestRefusal("forged");
  const parsed = metadataSchema.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return ingestRefusal("broken_form");
  const { fileKeys, metadata, callbackUrl, callbackSlug } = parsed.data;
  try {
    await Promise.all(
      metadata.documentIds.map(async (documentId, index) => {
        const fileKey = fileKeys[index];
        if (fileKey) await settings.incoming.remember(documentId, { fileKey, metadata, callbackUrl, callbackSlug });
      }),
    );
  } catch (error) {
    // Without its record the file is refused when it comes, and the router swallows what is thrown here.
    if (isDiskFull(error)) return ingestRefusal("disk_full");
    throw error;
  }
  return Response.json({ ok: true });
}

const resultSchema = z.object({ fileKey: z.string(), callbackData: z.unknown() });

/** `POST {ingest}/callback-result`: what the router's handler gave back, for the browser that waits. */
export async function answerCallbackResult(request: Request, settings: HookSettings): Promise<Response> {
  if (!hasApiKey(request, settings.token)) return ingestRefusal("forged");
  const parsed = resultSchema.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return ingestRefusal("broken_form");
  results().set(parsed.data.fileKey, parsed.data.callbackData ?? null);
  return Response.json({ ok: true });
}

export type ReceivedFile = {
  readonly name: string;
  readonly size: number;
  readonly type: string;
  readonly customId: string;
  readonly key: string;
  readonly url: string;
  readonly appUrl: string;
  readonly ufsUrl: string;
  readonly fileHash: string;
};

/** @returns what `onUploadComplete` gave back; undefined when it failed, since the router swallows its errors */
export async function reportReceived(
  file: ReceivedFile,
  record: IncomingRecord,
  settings: HookSettings,
): Promise<unknown> {
  const payload = JSON.stringify({ status: "uploaded", metadata: record.metadata, file, origin: settings.url });
  const address = new URL(record.callbackUrl);
  address.searchParams.set("slug", record.callbackSlug);
  results().delete(file.key);
  await settings.callBack(
    new Request(address, {
      method: "POST",
      body: payload,
      headers: {
        "content-type": "application/json",
        "uploadthing-hook": "callback",
        "x-uploadthing-signature": sign(payload, settings.token.apiKey),
      },
    }),
  );
  const result = results().get(file.key);
  results().delete(file.key);
  return result;
}

function results(): Map<string, unknown> {
  globalThis.uploadResults ??= new Map();
  return globalThis.uploadResults;
}

function hasApiKey(request: Request, token: UploadToken): boolean {
  const given = Buffer.from(request.headers.get("x-uploadthing-api-key") ?? "");
  const expected = Buffer.from(token.apiKey);
  return given.byteLength === expected.byteLength && timingSafeEqual(given, expected);
}
