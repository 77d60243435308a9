import type { ReplyContext } from "@/lib/replies/context";
import type { ReplyFields } from "@/lib/replies/field";
import { item, itemOf, notice, type Paragraph, paragraph, text, textOf, word } from "@/lib/replies/paragraph";
import { isLackOfConformity } from "@/lib/replies/remedy";

/**
 * A refusal in the order a mediator reads it: decision, ground, facts, evidence, then what stays open to the customer.
 *
 * @see Code de la consommation, art. L217-3, L612-1 to L612-2, L616-1, L616-2
 */
export function refusalLines(fields: ReplyFields, context: ReplyContext): readonly Paragraph[] {
  return [
    paragraph("refuse.intro"),
    ...itemOf("refuse.ground", "ground", fields.ground ? word(`solutions.grounds.${fields.ground}`) : null),
    ...itemOf("refuse.facts", "facts", textOf(fields.facts)),
    ...itemOf("refuse.evidence", "evidence", textOf(fields.evidence)),
    ...(context.documents.length > 0 ? [item("refuse.documents")] : []),
    ...itemOf("refuse.missing_proof", "proof", textOf(fields.missingProof)),
    ...guaranteesNotice(fields, context),
    notice("refuse.contest", { marketplace: text(context.marketplaceName) }),
    ...mediatorNotice(context),
  ];
}

function guaranteesNotice({ ground }: ReplyFields, { claim }: ReplyContext): readonly Paragraph[] {
  if (claim.customerKind === "professional" || ground === "guarantee_over") return [];
  return [
    notice(isLackOfConformity(claim.situation) ? "refuse.guarantees_conformity" : "refuse.guarantees_withdrawal"),
  ];
}

function mediatorNotice({ claim, mediator }: ReplyContext): readonly Paragraph[] {
  if (claim.customerKind === "professional" || mediator === null) return [];
  const { name, postalAddress, website } = mediator;
  const href = URL.canParse(website) && new URL(website).protocol === "https:" ? website : null;
  return [
    { ...notice("refuse.mediator", { name: text(name), address: text(postalAddress), website: text(website) }), href },
    notice("refuse.rights"),
  ];
}
