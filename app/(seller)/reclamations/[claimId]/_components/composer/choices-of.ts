import type { ReplyContext } from "@/lib/replies/context";
import type { FieldName } from "@/lib/replies/field";
import { FORM_FIELDS } from "@/lib/replies/form-fields";
import { groundsFor } from "@/lib/replies/refusal";
import { isLackOfConformity, remediesOf } from "@/lib/replies/remedy";

/** Choices of a field that can be right for this claim. */
export function choicesOf(name: FieldName, { claim }: ReplyContext): readonly string[] {
  const field = FORM_FIELDS[name];
  if (field.kind !== "choice") return [];
  const choices: readonly string[] = field.choices;
  switch (name) {
    case "ground":
      return groundsFor(claim.situation, claim.phase);
    case "outcome":
      return choices.filter((choice) => choice !== "repair" || remediesOf(claim.situation).includes("repair"));
    case "costBearer":
      return isLackOfConformity(claim.situation) || claim.phase === "before_dispatch" ? ["seller"] : choices;
    default:
      return choices;
  }
}
