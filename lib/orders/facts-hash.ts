import { createHash } from "node:crypto";
import { canonicalJson } from "@/lib/journal/canonical";
import type { OrderBody } from "@/lib/orders/schema";

/** SHA-256 of what an order's body says, whatever the order of its members. Where it came from does not count. */
export function factsHash(body: OrderBody): string {
  const { channel: _channel, externalId: _externalId, ...facts } = body;
  return createHash("sha256").update(canonicalJson(facts)).digest("hex");
}
