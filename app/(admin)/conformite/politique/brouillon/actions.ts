"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { endPolicyDraft, publishPolicy, savePolicyDraft } from "@/db/commands/policy-drafts";
import { policyDraftInput } from "@/lib/policy/draft";
import { adminAction } from "@/lib/server/admin-action";

const PATH = "/conformite/politique";

export const savePolicyDraftAction = adminAction(
  policyDraftInput,
  async (input, { scope, now }) => {
    const outcome = await savePolicyDraft(scope, input, now);
    if (!outcome.ok) return outcome;
    revalidatePath(PATH, "layout");
    redirect(`${PATH}/brouillon`);
  },
  { lists: ["required"] },
);

export const endPolicyDraftAction = adminAction(z.object({}), async (_input, { scope, now }) => {
  const outcome = await endPolicyDraft(scope, now);
  if (!outcome.ok) return outcome;
  revalidatePath(PATH, "layout");
  redirect(PATH);
});

export const publishPolicyAction = adminAction(
  z.object({ revision: z.coerce.number().int() }),
  async (input, { scope, now }) => {
    const outcome = await publishPolicy(scope, input, now);
    if (!outcome.ok) return outcome;
    revalidatePath(PATH, "layout");
    redirect(`${PATH}/${outcome.value.version}`);
  },
);
