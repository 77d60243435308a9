import { countRequest } from "@/db/commands/rate-limits";
import { addressBlock } from "@/lib/auth/address-block";
import type { Instant } from "@/lib/calendar/instant";
import { env } from "@/lib/env";
import { clientAddress } from "@/lib/server/client-address";
import { entryScope } from "@/lib/server/scope";

/** Whether one more form of this kind may come from the sender's part of the network, which is counted here. */
export async function mayPostForm(
  form: "claim" | "intake" | "withdrawal" | "link" | "letter",
  headers: Pick<Headers, "get">,
  now: Instant,
): Promise<boolean> {
  const key = `form:${form}:${addressBlock(clientAddress(headers))}`;
  const rate = { key, limit: env().PUBLIC_FORM_RATE_PER_MINUTE, windowSeconds: 60 };
  return (await countRequest(entryScope(), rate, now)).allowed;
}
