"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { deleteTemplate, saveTemplate } from "@/db/commands/reply-templates";
import { templateInput } from "@/lib/replies/templates";
import { sellerAction } from "@/lib/server/seller-action";

/** An empty choice of a form is none. */
const chosen = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema);
const { name, locale, body, situation, solution } = templateInput.shape;

export const saveTemplateAction = sellerAction(
  z.object({
    templateId: z.uuid().optional(),
    name,
    locale,
    body,
    situation: chosen(situation),
    solution: chosen(solution),
  }),
  async ({ templateId, ...template }, { scope, now }) => {
    const outcome = await saveTemplate(scope, { templateId, template }, now);
    if (!outcome.ok) return outcome;
    revalidatePath("/reglages/modeles");
    redirect("/reglages/modeles");
  },
);

export const deleteTemplateAction = sellerAction(z.object({ templateId: z.uuid() }), async (input, { scope, now }) => {
  const outcome = await deleteTemplate(scope, input.templateId, now);
  revalidatePath("/reglages/modeles");
  return outcome;
});
