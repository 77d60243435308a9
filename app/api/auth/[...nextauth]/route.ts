import NextAuth from "next-auth";
import { authOptions } from "@/lib/server/auth";

type Context = { readonly params: Promise<{ readonly nextauth: string[] }> };

/** Options are read on the first request: a build has no secret. */
async function handler(request: Request, context: Context): Promise<Response> {
  return NextAuth(authOptions())(request, context);
}

export { handler as GET, handler as POST };
