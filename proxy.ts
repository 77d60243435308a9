import { type NextRequest, NextResponse } from "next/server";
import { currentTime } from "@/lib/server/clock";
import { contentSecurityPolicy, uploadOrigins } from "@/lib/server/content-security-policy";
import { openCustomerLink } from "@/lib/server/customer-link";

/**
 * Writes the content security policy of a page. It proves nothing about the reader and lets everyone through:
 * who may read what is decided where the data is.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
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
  const response = (await isDeadLink(request))
    ? NextResponse.rewrite(nowhere(request), { request: { headers } })
    : NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

/**
 * Whether a customer's link opens nothing. Asked here for the status alone: a page that finds out for itself answers
 * 404 with an empty document, which only a script fills, and the reader of this one may have none.
 */
async function isDeadLink({ nextUrl, method }: NextRequest): Promise<boolean> {
  const token = /^\/suivi\/([^/]+)/.exec(nextUrl.pathname)?.[1];
  if (token === undefined || (method !== "GET" && method !== "HEAD")) return false;
  return (await openCustomerLink(token, currentTime())) === undefined;
}

/** An address of no page: what answers is `app/not-found.tsx`, whole and with its status. */
function nowhere({ nextUrl }: NextRequest): URL {
  const page = nextUrl.clone();
  page.pathname = "/suivi";
  return page;
}

export const config = {
  // Not the API: a body that passes through here is cut at 10 MB without a word.
  matcher: [{ source: "/((?!api/|_next/static|_next/image|favicon.ico|icon.svg).*)" }],
};
