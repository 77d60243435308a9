/**
 * The network address a request came from, as the nearest machine saw it: the last entry of the list, which is
 * the server's own peer or what the operator's proxy wrote. Earlier entries are whatever the sender claims.
 */
export function clientAddress(headers: Pick<Headers, "get">): string {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
}
