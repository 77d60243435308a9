"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { correctCalendar } from "@/db/commands/calendar-changes";
import { listOverrides } from "@/db/queries/calendar-corrections";
import { refuseOverride } from "@/lib/calendar/override-refusal";
import { confirmationSchema, overrideDraftSchema } from "@/lib/calendar/override-schema";
import { refused } from "@/lib/outcome";
import { adminAction } from "@/lib/server/admin-action";
import { moveFirstClocks } from "@/lib/server/move-clocks";
import { draftQuery } from "./_components/draft-address";

/** Checks a correction and shows what it would do; nothing is written. */
export const previewCorrectionAction = adminAction(overrideDraftSchema, async (draft, { scope }) => {
  const refusal = refuseOverride(draft, await listOverrides(scope));
  if (refusal) return refused(refusal);
  redirect(`/calendriers/apercu?${draftQuery(draft)}`);
});

/** Applies the correction whose preview is named, and shows how far it is. */
export const confirmCorrectionAction = adminAction(
  overrideDraftSchema.and(confirmationSchema),
  async (input, { scope, now }) => {
    const { version, preview: name, figures, ...draft } = input;
    const outcome = await correctCalendar(scope, draft, { shown: { version, name, figures }, now });
    if (!outcome.ok) {
      revalidatePath("/calendriers", "layout");
      return outcome;
    }
    await moveFirstClocks(scope, version);
    revalidatePath("/calendriers", "layout");
    redirect(`/calendriers/corrections/${version}`);
  },
);
