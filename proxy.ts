import { type NextRequest, NextResponse } from "next/server";
import { currentTime } from "@/lib/server/clock";
import { contentSecurityPolicy, uploadOrigins } from "@/lib/server/content-security-policy";
import { deadEndOf } from "@/lib/server/dead-address";
import { foreignRefusal, isForeign } from "@/lib/server/same-origin";

/**
 * Writes the content security policy of a page, and turns a form of another site away. It proves nothing about the
 * reader: who may read what is decided where the data is.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  // Next refuses it too, but as if the fault were ours: 500 and the error page.
  if (isForeign(request) && !isRead(request)) return foreignRefusal(request);
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = contentSecurityPolicy({
    nonce,
    mode: process.env.NODE_ENV === "development" ? "development" : "production",
    uploadOrigins: uploadOrigins(process.env.UPLOADTHING_TOKEN),
  });
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  // Where to come back to after signing in.
  headers.set("x-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  // Next reads the nonce of its own scripts from the policy on the request.
  headers.set("content-security-policy", policy);
  // Asked here for the status alone: a page that finds out for itself answers 404 with an empty document, which only a
  // script fills, and the reader of this one may have none.
  const deadEnd = isRead(request) ? await deadEndOf(request.nextUrl.pathname, currentTime()) : undefined;
  const response =
    deadEnd === undefined
      ? NextResponse.next({ request: { headers } })
      : NextResponse.rewrite(new URL(deadEnd, request.nextUrl), { request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

function isRead({ method }: NextRequest): boolean {
  return method === "GET" || method === "HEAD";
}

export const config = {
  // Not the API: a body that passes through here is cut at 10 MB without a word.
  matcher: [{ source: "/((?!api/|_next/static|_next/image|favicon.ico|icon.svg).*)" }],
};
