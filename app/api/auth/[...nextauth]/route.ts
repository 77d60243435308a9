import NextAuth from "next-auth";
import { authOptions } from "@/lib/server/auth";
import { foreignRefusal, isForeign } from "@/lib/server/same-origin";

type Context = { readonly params: Promise<{ readonly nextauth: string[] }> };

/**
 * Options are read on the first request: a build has no secret. A sign-in that is only opened, not sent, goes to the
 * form: next-auth would call it an error of ours.
 */
async function handler(request: Request, context: Context): Promise<Response> {
  if (isForeign(request)) return foreignRefusal(request);
  const [action] = (await context.params).nextauth;
  if (request.method === "GET" && action === "callback") {
    return new Response(null, { status: 303, headers: { location: "/connexion", "cache-control": "no-store" } });
  }
  return NextAuth(authOptions())(request, context);
}

export { handler as GET, handler as POST };
