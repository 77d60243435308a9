import type { z } from "zod";
import type { SellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { accepted, refused } from "@/lib/outcome";
import { currentTime } from "@/lib/server/clock";
import { type FormActionOptions, type FormRun, formAction } from "@/lib/server/form-action";
import { currentViewer, sellerScopeOf, type Viewer } from "@/lib/server/session";

export type SellerContext = { readonly scope: SellerScope; readonly viewer: Viewer; readonly now: Instant };

/**
 * A server action of a seller's page. It is a public address: the session is proven and the form parsed before
 * `run`; whether the role may do it is asked by the command, on data just read.
 */
export function sellerAction<Schema extends z.ZodType, Value, Reason extends string>(
  schema: Schema,
  run: FormRun<Schema, SellerContext, Value, Reason>,
  options?: FormActionOptions,
) {
  return formAction(proveSeller, schema, run, options);
}

/** Who sends the form, for an action that reads it by itself. Whoever only looks sends none. */
export async function proveSeller() {
  const viewer = await currentViewer();
  if (!viewer) return refused("signed_out");
  if (viewer.isLook) return refused("not_allowed");
  const scope = sellerScopeOf(viewer);
  return scope ? accepted({ scope, viewer, now: currentTime() }) : refused("not_allowed");
}
