/**
 * The network address a request came from, as the nearest machine saw it: the last entry of the list, which is
 * the server's own peer or what the operator's proxy wrote. Earlier entries are whatever the sender claims.
 */
export function clientAddress(headers: Pick<Headers, "get">): string {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
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
