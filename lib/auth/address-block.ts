/** The /24 of an IPv4 address, the /56 of an IPv6 one: what one attacker usually holds, and limits count as one. */
export function addressBlock(address: string): string {
  const v4 = /(\d+\.\d+\.\d+)\.\d+$/.exec(address)?.[1];
  if (v4 !== undefined) return `${v4}.0/24`;
  const groups = expanded(address.split("%")[0] ?? "");
  if (groups === undefined) return "unknown";
  return `${groups.slice(0, 3).join(":")}:${groups[3]?.slice(0, 2)}00::/56`;
}

function expanded(address: string): readonly string[] | undefined {
  if (!/^[0-9a-f:]+$/i.test(address)) return undefined;
  const [head = "", tail] = address.toLowerCase().split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  if (zeros < 0 || before.length + zeros + after.length !== 8) return undefined;
  return [...before, ...Array.from({ length: zeros }, () => "0"), ...after].map((group) => group.padStart(4, "0"));
}
