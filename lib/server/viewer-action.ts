import type { z } from "zod";
import type { Instant } from "@/lib/calendar/instant";
import { accepted, refused } from "@/lib/outcome";
import { currentTime } from "@/lib/server/clock";
import { type FormActionOptions, type FormRun, formAction } from "@/lib/server/form-action";
import { currentViewer, type Viewer } from "@/lib/server/session";

export type ViewerContext = { readonly viewer: Viewer; readonly now: Instant };

/** A server action on one's own account, whatever one's roles. */
export function viewerAction<Schema extends z.ZodType, Value, Reason extends string>(
  schema: Schema,
  run: FormRun<Schema, ViewerContext, Value, Reason>,
  options?: FormActionOptions,
) {
  return formAction(proveViewer, schema, run, options);
}

async function proveViewer() {
  const viewer = await currentViewer();
  return viewer ? accepted({ viewer, now: currentTime() }) : refused("signed_out");
}
