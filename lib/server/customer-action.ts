import type { z } from "zod";
import type { CustomerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { accepted, refused } from "@/lib/outcome";
import { currentTime } from "@/lib/server/clock";
import { openCustomerLink } from "@/lib/server/customer-link";
import { type FormActionOptions, type FormRun, formAction } from "@/lib/server/form-action";

export type CustomerContext = { readonly scope: CustomerScope; readonly token: string; readonly now: Instant };

/**
 * A server action of the customer's page. Its first argument is the link's token, bound by the page: it is proven on
 * each call, since the action is an address of its own that anyone may post to.
 */
export function customerAction<Schema extends z.ZodType, Value, Reason extends string>(
  schema: Schema,
  run: FormRun<Schema, CustomerContext, Value, Reason>,
  options?: FormActionOptions,
) {
  return async (token: string, previous: unknown, form: FormData) =>
    formAction(() => proveLink(token), schema, run, options)(previous, form);
}

async function proveLink(token: string) {
  const now = currentTime();
  const scope = await openCustomerLink(token, now);
  return scope ? accepted({ scope, token, now }) : refused("link_dead");
}
