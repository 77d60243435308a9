import { headers } from "next/headers";
import type { z } from "zod";
import type { Instant } from "@/lib/calendar/instant";
import { accepted } from "@/lib/outcome";
import { currentTime } from "@/lib/server/clock";
import { type FormActionOptions, type FormRun, formAction } from "@/lib/server/form-action";

export type PublicContext = { readonly headers: Pick<Headers, "get">; readonly now: Instant };

/** A server action anyone may call: nothing is proven but the form's shape. */
export function publicAction<Schema extends z.ZodType, Value, Reason extends string>(
  schema: Schema,
  run: FormRun<Schema, PublicContext, Value, Reason>,
  options?: FormActionOptions,
) {
  return formAction(async () => accepted({ headers: await headers(), now: currentTime() }), schema, run, options);
}
