import { receivePlainForm } from "@/lib/server/upload/plain-form";
import { now, type SellerWithClaim } from "./upload-fixture";

const ORIGIN = "http://localhost:3000";
export type Choice = { readonly bytes: Uint8Array<ArrayBuffer>; readonly name: string; readonly type: string };

/** What a browser without JavaScript puts together. */
export function plainForm(shop: SellerWithClaim, files: readonly Choice[], fields?: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields ?? { claimId: shop.claimId, kind: "photo" })) {
    data.append(name, value);
  }
  for (const file of files) data.append("file", new Blob([file.bytes], { type: file.type }), file.name);
  return data;
}

/** Sends it as the shop's agent, or as its customer when the form holds the token `good`. */
export function postForm(
  shop: SellerWithClaim,
  body: FormData | ReadableStream,
  headers: Record<string, string> = {},
): Promise<Response> {
  const request = new Request(`${ORIGIN}/api/upload`, {
    method: "POST",
    body,
    headers: {
      origin: ORIGIN,
      host: "localhost:3000",
      referer: `${ORIGIN}/reclamations/${shop.claimId}?vue=1`,
      ...headers,
    },
    ...(body instanceof ReadableStream ? { duplex: "half" as const } : {}),
  });
  const visitor = {
    seller: async () => shop.member(),
    customer: async (token: string) => (token === "good" ? shop.customer : undefined),
  };
  return receivePlainForm(request, visitor, now);
}
