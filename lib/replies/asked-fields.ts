import type { ReplyContext } from "@/lib/replies/context";
import type { FieldName } from "@/lib/replies/field";
import { fieldsOfSolution } from "@/lib/replies/form-fields";
import { isLackOfConformity } from "@/lib/replies/remedy";
import type { Solution } from "@/lib/replies/solution";

/**
 * Fields of a solution that mean something for this claim, in the order of its form. What the law forbids to
 * demand is never proposed: it is only recognised in what was written.
 */
export function askedFields(solution: Solution, context: Pick<ReplyContext, "claim" | "order">): readonly FieldName[] {
  return fieldsOfSolution(solution).filter((name) => isAsked(name, context));
}

function isAsked(name: FieldName, { claim, order }: Pick<ReplyContext, "claim" | "order">): boolean {
  switch (name) {
    case "demands":
      return false;
    case "outcome":
      return isLackOfConformity(claim.situation);
    case "alsoOffered":
    case "withheld":
      return isLackOfConformity(claim.situation) && claim.customerKind === "consumer";
    case "missingProof":
      return claim.situation === "no_longer_wanted" && order.withdrawalInformed !== "yes";
    default:
      return true;
  }
}
