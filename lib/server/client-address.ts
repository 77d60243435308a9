import { env } from "@/lib/env";

/** Written by `scripts/support/web.mjs` on every request, over whatever the sender wrote there. */
const PEER = "x-peer-address";

/**
 * The network address a request came from: the server's own peer or, behind as many proxies as the operator says
 * there are, what the outermost of these saw. Further entries of X-Forwarded-For are whatever the sender claims.
 */
export function clientAddress(headers: Pick<Headers, "get">): string {
  const seen = [...listed(headers.get("x-forwarded-for")), ...listed(headers.get(PEER))];
  const trusted = seen.slice(-1 - env().TRUSTED_PROXIES);
  return (headers.get(PEER) ? trusted[0] : undefined) ?? "unknown";
}

function listed(header: string | null): readonly string[] {
  return (header ?? "").split(",").flatMap((entry) => entry.trim() || []);
}
