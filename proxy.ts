import { type NextRequest, NextResponse } from "next/server";
import { currentTime } from "@/lib/server/clock";
import { contentSecurityPolicy, uploadOrigins } from "@/lib/server/content-security-policy";
import { openCustomerLink } from "@/lib/server/customer-link";
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
async function isDeadLink(request: NextRequest): Promise<boolean> {
  const token = /^\/suivi\/([^/]+)/.exec(request.nextUrl.pathname)?.[1];
  if (token === undefined || !isRead(request)) return false;
  return (await openCustomerLink(token, currentTime())) === undefined;
}

function isRead({ method }: NextRequest): boolean {
  return method === "GET" || method === "HEAD";
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
