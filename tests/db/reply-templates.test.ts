import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { deleteTemplate, saveTemplate } from "@/db/commands/reply-templates";
import { listTemplates, listTemplatesFor } from "@/db/queries/reply-templates";
import { instant } from "@/lib/calendar/instant";
import { templateInput } from "@/lib/replies/templates";
import { makeSeller, memberOf } from "../support/factory";

afterAll(closeDatabase);

const NOW = instant("2026-11-20T09:00:00Z");
const template = templateInput.parse({ name: "Merci", locale: "fr", body: "Bonjour {{client}}, colis {{colis}}." });

test("an agent keeps templates, of one name once in each language, and a viewer none", async () => {
  const seller = await makeSeller();
  expect(await saveTemplate(seller.scope, { template }, NOW)).toMatchObject({ ok: true });
  expect(await saveTemplate(seller.scope, { template }, NOW)).toMatchObject({
    reason: "name_taken",
    fields: { name: ["name_taken"] },
  });
  expect(await saveTemplate(seller.scope, { template: { ...template, locale: "en" } }, NOW)).toMatchObject({
    ok: true,
  });
  expect(await saveTemplate(memberOf(seller.id, "viewer"), { template }, NOW)).toMatchObject({ reason: "not_allowed" });
  const [saved] = await listTemplates(seller.scope);
  if (!saved) throw new Error("nothing was saved");
  const changed = {
    templateId: saved.id,
    template: { ...template, locale: saved.locale, situation: "damaged" },
  } as const;
  expect(await saveTemplate(seller.scope, changed, NOW)).toMatchObject({ ok: true });
  expect(await listTemplatesFor(seller.scope, "damaged", saved.locale)).toMatchObject([{ id: saved.id }]);
  expect(await listTemplatesFor(seller.scope, "other", saved.locale)).toEqual([]);
  const other = await makeSeller();
  expect(await saveTemplate(other.scope, changed, NOW)).toMatchObject({ reason: "template_not_found" });
  expect(await deleteTemplate(other.scope, saved.id, NOW)).toMatchObject({ reason: "template_not_found" });
  expect(await deleteTemplate(seller.scope, saved.id, NOW)).toMatchObject({ ok: true });
  expect(await listTemplates(seller.scope)).toHaveLength(1);
});
