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

/**
 * The part of the network an address belongs to, as limits count it: the first 24 bits of an IPv4 address, the first
 * 64 of an IPv6 one, for a single subscriber is given that many.
 */
export function addressBlock(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  if (/^\d+\.\d+\.\d+\.\d+$/.test(mapped)) return `${mapped.split(".").slice(0, 3).join(".")}.0/24`;
  if (!mapped.includes(":")) return mapped;
  const [head = "", tail] = mapped.split("%")[0]?.split("::") ?? [];
  const start = head === "" ? [] : head.split(":");
  const end = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - start.length - end.length);
  const groups = [...start, ...Array<string>(zeros).fill("0"), ...end];
  return `${groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}
