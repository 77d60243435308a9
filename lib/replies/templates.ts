import { z } from "zod";
import { SITUATIONS } from "@/lib/claims/claim";
import { cleanLine, cleanText, MAX_TEXT_LENGTH } from "@/lib/messages/clean";
import { SOLUTIONS } from "@/lib/replies/solution";

/** Variables of a template, as the seller writes them between double braces in French or in English. */
export const TEMPLATE_VARIABLES = {
  customerName: ["client", "customer"],
  customerFirstName: ["prénom", "first name"],
  sellerName: ["vendeur", "seller"],
  marketplaceName: ["place de marché", "marketplace"],
  orderNumber: ["commande", "order"],
  claimReference: ["réclamation", "claim"],
  itemNames: ["articles", "items"],
  carrier: ["transporteur", "carrier"],
  trackingNumber: ["numéro de suivi", "tracking number"],
  parcel: ["colis", "parcel"],
  deliveredOn: ["date de livraison", "delivery day"],
  replyDueOn: ["date limite", "due day"],
  today: ["aujourd’hui", "today"],
} as const satisfies Record<string, readonly [string, string]>;
export type TemplateVariable = keyof typeof TEMPLATE_VARIABLES;

/** Values already written in the reader's language; one that is not known is absent. */
export type TemplateValues = Partial<Readonly<Record<TemplateVariable, string>>>;

export type FilledTemplate = {
  readonly text: string;
  /** Names between braces that are no variable: a slip, shown to the agent before sending. */
  readonly unknown: readonly string[];
  /** Variables the claim has no value for. */
  readonly empty: readonly TemplateVariable[];
};

/** A ready-made message of a seller; without situation or solution it is proposed everywhere. */
export const templateInput = z.strictObject({
  name: z.string().overwrite(cleanLine).min(1).max(80),
  situation: z.enum(SITUATIONS).optional(),
  solution: z.enum(SOLUTIONS).optional(),
  locale: z.enum(["fr", "en"]),
  body: z
    .string()
    .overwrite(cleanText)
    .min(1)
    .max(MAX_TEXT_LENGTH)
    .refine((body) => unknownVariables(body).length === 0, "unknown_variable"),
});
export type TemplateInput = z.output<typeof templateInput>;

const PLACEHOLDER = /\{\{\s*([^{}\n]{1,40}?)\s*\}\}/g;

/**
 * Puts the claim's values into a template. What cannot be filled stays as it was written, so that nobody sends a
 * sentence with a hole; a value is never read for placeholders again.
 */
export function fillTemplate(body: string, values: TemplateValues): FilledTemplate {
  const unknown = new Set<string>();
  const empty = new Set<TemplateVariable>();
  const text = body.replace(PLACEHOLDER, (written, name: string) => {
    const variable = variableNamed(name);
    if (variable === undefined) unknown.add(name);
    else if (!values[variable]) empty.add(variable);
    return (variable && values[variable]) || written;
  });
  return { text, unknown: [...unknown], empty: [...empty] };
}

/** Names between braces that are no variable, as they were written. */
export function unknownVariables(body: string): readonly string[] {
  return fillTemplate(body, {}).unknown;
}

/** Whether a text still holds a placeholder, however it is filled in: it may not be sent like that. */
export function hasPlaceholder(text: string): boolean {
  return /\{\{[^{}]*\}\}/.test(text);
}

function variableNamed(name: string): TemplateVariable | undefined {
  const wanted = fold(name);
  return VARIABLES.find((variable) => TEMPLATE_VARIABLES[variable].some((known) => fold(known) === wanted));
}

/** In the order they are listed. */
export const VARIABLES = Object.keys(TEMPLATE_VARIABLES).filter(
  (name): name is TemplateVariable => name in TEMPLATE_VARIABLES,
);

function fold(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").replace(/’/g, "'").toLowerCase().trim();
}
