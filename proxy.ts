import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy, uploadOrigins } from "@/lib/server/content-security-policy";

/**
 * Writes the content security policy of a page. It proves nothing about the reader and lets everyone through:
 * who may read what is decided where the data is.
 */
export function proxy(request: NextRequest): NextResponse {
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
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = {
  // Not the API: a body that passes through here is cut at 10 MB without a word.
  matcher: [{ source: "/((?!api/|_next/static|_next/image|favicon.ico|icon.svg).*)" }],
};
