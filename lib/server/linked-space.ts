import { cache } from "react";
import { readCustomerSpace } from "@/db/queries/customer-space";
import { currentTime } from "@/lib/server/clock";
import { openCustomerLink } from "@/lib/server/customer-link";

/** What a link opens, with the instant it was read at, once per page: its language and its content are asked for apart. */
export const readLinkedSpace = cache(async (token: string) => {
  const now = currentTime();
  const scope = await openCustomerLink(token, now);
  return scope && { scope, now, space: await readCustomerSpace(scope, now) };
});
