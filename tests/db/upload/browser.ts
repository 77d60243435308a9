import type { CustomerScope, SellerScope } from "@/lib/auth/scope";
import { answerHead, answerPut, type IngestSettings } from "@/lib/server/upload/ingest";
import { answerUploadRequest, uploadPath } from "@/lib/server/upload/upload-path";

type Sender = SellerScope | CustomerScope;
export type Sent = { readonly name?: string; readonly type?: string; readonly size: number };

/** What UploadThing's client does in a browser, request by request. */
export function announce(sender: Sender | undefined, file: Sent, input: Record<string, unknown>): Promise<Response> {
  const visitor = {
    seller: async () => (sender?.kind === "seller" ? sender : undefined),
    customer: async () => (sender?.kind === "customer" ? sender : undefined),
  };
  const files = [{ name: file.name ?? "preuve.pdf", type: file.type ?? "application/pdf", size: file.size }];
  const request = new Request("http://localhost:3000/api/uploadthing?actionType=upload&slug=document", {
    method: "POST",
    headers: { "content-type": "application/json", "x-uploadthing-version": "7.7.4" },
    body: JSON.stringify({ files, input }),
  });
  return answerUploadRequest(request, visitor);
}

export async function addressFor(sender: Sender, file: Sent, input: Record<string, unknown>) {
  const response = await announce(sender, file, input);
  const [address]: { url: string; key: string; customId: string }[] = await response.json();
  if (!address) throw new Error(`no address: ${response.status}`);
  return address;
}

export function ownIngest(): IngestSettings {
  const { ingest } = uploadPath();
  if (!ingest) throw new Error("no ingest of our own");
  return ingest;
}

export async function held(url: string): Promise<number> {
  const response = await answerHead(new Request(url, { method: "HEAD" }), ownIngest());
  return Number(response.headers.get("x-ut-range-start"));
}

export function put(url: string, bytes: Uint8Array<ArrayBuffer>, offset = 0): Promise<Response> {
  const form = new FormData();
  form.append("file", new Blob([bytes]), "blob");
  return answerPut(
    new Request(url, { method: "PUT", headers: { range: `bytes=${offset}-` }, body: form }),
    ownIngest(),
  );
}

function fileStart(body: Uint8Array): number {
  return Buffer.from(body).indexOf("\r\n\r\n") + 4;
}

/** A connection that dies after so many bytes of the file. */
export async function putCutAfter(url: string, bytes: Uint8Array<ArrayBuffer>, sent: number): Promise<Response> {
  const form = new FormData();
  form.append("file", new Blob([bytes]), "blob");
  const whole = new Request(url, { method: "PUT", body: form });
  const body = new Uint8Array(await whole.clone().arrayBuffer());
  const cut = new ReadableStream({
    start(controller) {
      // The part's header and the file's first bytes; the closing boundary never comes.
      controller.enqueue(body.slice(0, fileStart(body) + sent));
      setTimeout(() => controller.error(new TypeError("terminated")), 50);
    },
  });
  const headers = { "content-type": whole.headers.get("content-type") ?? "", range: "bytes=0-" };
  const streamed = { method: "PUT", headers, body: cut, duplex: "half" };
  return answerPut(new Request(url, streamed), ownIngest());
}
