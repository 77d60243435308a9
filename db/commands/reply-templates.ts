import { and, eq, ne } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { changeSettings } from "@/db/commands/settings-change";
import { replyTemplates } from "@/db/schema/reply-templates";
import type { SellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { Json } from "@/lib/journal/canonical";
import { accepted, type Outcome, refused } from "@/lib/outcome";
import type { TemplateInput } from "@/lib/replies/templates";

/** Add a ready-made message or change one. Of one language, no two have the same name. */
export function saveTemplate(
  scope: SellerScope,
  input: { readonly templateId?: string | undefined; readonly template: TemplateInput },
  now: Instant,
) {
  const { sellerId } = scope;
  return changeSettings(
    scope,
    "templates",
    now,
    async (tx): Promise<Outcome<Json, "template_not_found" | "name_taken">> => {
      const { name, locale, body, situation = null, solution = null } = input.template;
      const known = await tx
        .select({ id: replyTemplates.id })
        .from(replyTemplates)
        .where(eq(replyTemplates.sellerId, sellerId))
        .orderBy(replyTemplates.id)
        .for("update");
      if (input.templateId !== undefined && !known.some(({ id }) => id === input.templateId)) {
        return refused("template_not_found");
      }
      const id = input.templateId ?? uuidv7();
      const [taken] = await tx
        .select({ id: replyTemplates.id })
        .from(replyTemplates)
        .where(
          and(
            eq(replyTemplates.sellerId, sellerId),
            eq(replyTemplates.locale, locale),
            eq(replyTemplates.name, name),
            ne(replyTemplates.id, id),
          ),
        );
      if (taken) return refused("name_taken", { name: ["name_taken"] });
      const row = { name, locale, body, situation, solution, updatedAt: now };
      await tx
        .insert(replyTemplates)
        .values({ ...row, sellerId, id })
        .onConflictDoUpdate({ target: [replyTemplates.sellerId, replyTemplates.id], set: row });
      return accepted({ ...row, id });
    },
  );
}

/** Take a ready-made message away; the answers written with it stay as they were sent. */
export function deleteTemplate(scope: SellerScope, templateId: string, now: Instant) {
  return changeSettings(scope, "templates", now, async (tx): Promise<Outcome<Json, "template_not_found">> => {
    const gone = await tx
      .delete(replyTemplates)
      .where(and(eq(replyTemplates.sellerId, scope.sellerId), eq(replyTemplates.id, templateId)))
      .returning({ id: replyTemplates.id });
    return gone.length > 0 ? accepted({ deleted: templateId }) : refused("template_not_found");
  });
}
