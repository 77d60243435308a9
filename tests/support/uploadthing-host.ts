import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { z } from "zod";

const API_KEY = "sk_live_loopback";
const APP_ID = "app1234567";

const announcedSchema = z.object({ callbackUrl: z.url(), callbackSlug: z.string(), metadata: z.unknown() });

export type UploadthingHost = Awaited<ReturnType<typeof uploadthingHost>>;

/**
 * UploadThing on loopback, as far as its client and its documentation describe it: ingest, private files behind signed
 * addresses, and the call that deletes. It trusts nothing that is not signed with the key.
 */
export async function uploadthingHost() {
  const files = new Map<string, Buffer>();
  /** Keys by the sender's own identifier. */
  const keys = new Map<string, string>();
  const metadata = new Map<string, unknown>();
  const results = new Map<string, unknown>();
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const { port } = address;
  const origin = `http://localhost:${port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", origin);
    const body = await bodyOf(request);
    const json = (status: number, value: unknown) => response.writeHead(status).end(JSON.stringify(value));
    const hasKey = request.headers["x-uploadthing-api-key"] === API_KEY;
    if (request.method === "POST") {
      if (!hasKey) return void json(401, { error: "key" });
      const sent = JSON.parse(body.toString());
      if (url.pathname === "/route-metadata") for (const key of sent.fileKeys) metadata.set(key, sent);
      if (url.pathname === "/callback-result") results.set(sent.fileKey, sent.callbackData);
      if (url.pathname !== "/v6/deleteFiles") return void json(200, { ok: true });
      const named: readonly string[] = sent.fileKeys ?? sent.customIds.map((id: string) => keys.get(id) ?? "");
      const deletedCount = named.filter((key: string) => files.delete(key)).length;
      return void json(200, { success: true, deletedCount });
    }
    if (!isSigned(`${origin}${request.url}`)) return void json(403, { error: "signature" });
    const key = url.pathname.split("/").at(-1) ?? "";
    if (request.method === "PUT") {
      files.set(key, fileIn(body));
      keys.set(url.searchParams.get("x-ut-custom-id") ?? "", key);
      return void json(200, { url: "", appUrl: "", ufsUrl: "", fileHash: "", serverData: null });
    }
    const file = files.get(key);
    if (!file) return void json(404, { error: "missing" });
    const range = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? "");
    if (!range) return void response.writeHead(200, { "content-length": file.length }).end(file);
    const part = file.subarray(Number(range[1]), Number(range[2]) + 1);
    response.writeHead(206, { "content-range": `bytes ${range[1]}-${range[2]}/${file.length}` }).end(part);
  }

  /** What the real one posts once a file has arrived. */
  function callback(key: string, file: { name: string; size: number; type: string; customId: string }): Request {
    const sent = announcedSchema.parse(metadata.get(key));
    const details = { ...file, key, url: "", appUrl: "", ufsUrl: "", fileHash: "" };
    const body = JSON.stringify({ status: "uploaded", metadata: sent.metadata, file: details, origin });
    return new Request(`${sent.callbackUrl}?slug=${sent.callbackSlug}`, {
      method: "POST",
      body,
      headers: { "uploadthing-hook": "callback", "x-uploadthing-signature": `hmac-sha256=${hmac(body)}` },
    });
  }

  const token = Buffer.from(JSON.stringify({ apiKey: API_KEY, appId: APP_ID, regions: ["local"] })).toString("base64");
  return { origin, port, token, files, results, callback, close: () => server.close() };
}

function hmac(text: string): string {
  return createHmac("sha256", API_KEY).update(text).digest("hex");
}

function isSigned(address: string): boolean {
  const [signed, signature] = address.split(/[?&]signature=/);
  return signature === encodeURIComponent(`hmac-sha256=${hmac(signed ?? "")}`);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

function fileIn(multipart: Buffer): Buffer {
  const start = multipart.indexOf("\r\n\r\n") + 4;
  const boundary = multipart.subarray(0, multipart.indexOf("\r\n"));
  return multipart.subarray(start, multipart.indexOf(Buffer.concat([Buffer.from("\r\n"), boundary]), start));
}
