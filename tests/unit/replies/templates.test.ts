import { describe, expect, test } from "vitest";
import { fillTemplate, hasPlaceholder, templateInput, unknownVariables } from "@/lib/replies/templates";

describe("fillTemplate", () => {
  test.each([
    { because: "French names", body: "Bonjour {{client}},", expected: "Bonjour Mme Le Goff," },
    { because: "English names", body: "Dear {{ customer }},", expected: "Dear Mme Le Goff," },
    { because: "accents and case are forgiven", body: "{{RECLAMATION}}", expected: "R-1001" },
    { because: "either apostrophe", body: "{{aujourd'hui}}", expected: "lundi 23 novembre" },
    { because: "twice", body: "{{client}} {{client}}", expected: "Mme Le Goff Mme Le Goff" },
    { because: "single braces are text", body: "{client}", expected: "{client}" },
  ])("$because", ({ body, expected }) => {
    const values = { customerName: "Mme Le Goff", claimReference: "R-1001", today: "lundi 23 novembre" };
    expect(fillTemplate(body, values)).toEqual({ text: expected, unknown: [], empty: [] });
  });

  test("what cannot be filled stays, and is told", () => {
    expect(fillTemplate("{{nom du chat}} {{transporteur}}", {})).toEqual({
      text: "{{nom du chat}} {{transporteur}}",
      unknown: ["nom du chat"],
      empty: ["carrier"],
    });
  });

  test("a value is never read again", () => {
    const filled = fillTemplate("{{client}}", { customerName: "{{commande}}", orderNumber: "GB-1001" });
    expect(filled.text).toBe("{{commande}}");
    expect(hasPlaceholder(filled.text)).toBe(true);
    expect(hasPlaceholder("Bonjour")).toBe(false);
  });
});

test("a template needs a name and a text", () => {
  expect(templateInput.safeParse({ name: " ", locale: "fr", body: "x" }).success).toBe(false);
  expect(templateInput.parse({ name: " Retour ", locale: "fr", body: "Bonjour\u202E" })).toEqual({
    name: "Retour",
    locale: "fr",
    body: "Bonjour",
  });
});

test("a template that names an unknown variable is refused, and the name is told", () => {
  const body = "Bonjour {{client}}, {{nom du chat}} {{colis}} {{nom du chat}}";
  expect(unknownVariables(body)).toEqual(["nom du chat"]);
  const refused = templateInput.safeParse({ name: "Chat", locale: "fr", body });
  expect(refused.error?.issues).toMatchObject([{ path: ["body"], message: "unknown_variable" }]);
});
