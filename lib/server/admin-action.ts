import type { z } from "zod";
import type { AdminScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { accepted, refused } from "@/lib/outcome";
import { currentTime } from "@/lib/server/clock";
import { type FormActionOptions, type FormRun, formAction } from "@/lib/server/form-action";
import { adminScopeOf, currentViewer, type Viewer } from "@/lib/server/session";

export type AdminContext = { readonly scope: AdminScope; readonly viewer: Viewer; readonly now: Instant };

/** A server action of the operator's pages. Every one of them writes, so an auditor is refused here already. */
export function adminAction<Schema extends z.ZodType, Value, Reason extends string>(
  schema: Schema,
  run: FormRun<Schema, AdminContext, Value, Reason>,
  options?: FormActionOptions,
) {
  return formAction(proveAdmin, schema, run, options);
}

async function proveAdmin() {
  const viewer = await currentViewer();
  if (!viewer) return refused("signed_out");
  const scope = adminScopeOf(viewer);
  return scope?.role === "admin" ? accepted({ scope, viewer, now: currentTime() }) : refused("not_allowed");
}
