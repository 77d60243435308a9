import {
  COST_BEARERS,
  type FieldName,
  GESTURE_NATURES,
  GOODS_CHOICES,
  REFUND_METHODS,
  RETURN_MEANS,
  RETURN_OUTCOMES,
} from "@/lib/replies/field";
import { REFUSAL_GROUNDS } from "@/lib/replies/refusal";
import type { Solution } from "@/lib/replies/solution";
import { SOLUTION_FIELDS } from "@/lib/replies/solution-fields";

/** How a form asks for a field. Words: `replyFields.{name}.label`, `.help` and, for a choice, `.choices.{value}`. */
export type FormField =
  | { readonly kind: "line" | "text" | "day" | "instant" | "amount" | "yes_no" | "carrier" | "url" }
  | { readonly kind: "choice"; readonly choices: readonly string[] }
  /** Written elsewhere in the form: the message, the attachments, and the parts made of several inputs. */
  | {
      readonly kind:
        | "message"
        | "documents"
        | "address"
        | "lines"
        | "remedies"
        | "withheld"
        | "issued_document"
        | "demands";
    };

export const FORM_FIELDS = {
  message: { kind: "message" },
  documentIds: { kind: "documents" },
  carrier: { kind: "carrier" },
  trackingNumber: { kind: "line" },
  trackingUrl: { kind: "url" },
  deliveredAt: { kind: "instant" },
  proofFollowsOn: { kind: "day" },
  amountCents: { kind: "amount" },
  refundOn: { kind: "day" },
  refundMethod: { kind: "choice", choices: REFUND_METHODS },
  nothingCharged: { kind: "yes_no" },
  expectedOn: { kind: "day" },
  lastEvent: { kind: "line" },
  openedOn: { kind: "day" },
  answerOn: { kind: "day" },
  inquiryReference: { kind: "line" },
  mayRefuseParcel: { kind: "yes_no" },
  lines: { kind: "lines" },
  goods: { kind: "choice", choices: GOODS_CHOICES },
  returnAddress: { kind: "address" },
  returnReference: { kind: "line" },
  sendBeforeOn: { kind: "day" },
  costBearer: { kind: "choice", choices: COST_BEARERS },
  returnMeans: { kind: "choice", choices: RETURN_MEANS },
  labelFollowsOn: { kind: "day" },
  depositCode: { kind: "line" },
  collectionOn: { kind: "day" },
  advanceRefundOn: { kind: "day" },
  packing: { kind: "text" },
  nextStep: { kind: "text" },
  nextStepOn: { kind: "day" },
  outcome: { kind: "choice", choices: RETURN_OUTCOMES },
  contact: { kind: "line" },
  demands: { kind: "demands" },
  alsoOffered: { kind: "remedies" },
  withheld: { kind: "withheld" },
  ground: { kind: "choice", choices: REFUSAL_GROUNDS },
  facts: { kind: "text" },
  evidence: { kind: "text" },
  missingProof: { kind: "text" },
  gestureNature: { kind: "choice", choices: GESTURE_NATURES },
  gestureDescription: { kind: "text" },
  doneOn: { kind: "day" },
  correction: { kind: "text" },
  invoiceId: { kind: "issued_document" },
  creditNoteId: { kind: "issued_document" },
} as const satisfies Record<FieldName, FormField>;

/** Names of a solution's fields, in the order of its form. */
export function fieldsOfSolution(solution: Solution): readonly FieldName[] {
  const ofSolution: Partial<Record<FieldName, true>> = SOLUTION_FIELDS[solution];
  return FIELD_NAMES.filter((name) => ofSolution[name]).sort((a, b) => rank(ofSolution, a) - rank(ofSolution, b));
}

const FIELD_NAMES = Object.keys(FORM_FIELDS).filter(isFieldName);

function isFieldName(name: string): name is FieldName {
  return name in FORM_FIELDS;
}

function rank(fields: Partial<Record<FieldName, true>>, name: FieldName): number {
  return Object.keys(fields).indexOf(name);
}
