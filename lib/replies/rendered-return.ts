import { checkAddress } from "@/lib/replies/check-return";
import type { ReplyContext } from "@/lib/replies/context";
import type { ReplyFields, ReturnAddressInput } from "@/lib/replies/field";
import {
  dayOf,
  item,
  itemOf,
  type Paragraph,
  paragraph,
  type SentenceValue,
  text,
  textOf,
  word,
} from "@/lib/replies/paragraph";
import { remediesOf, remedyOfSolution } from "@/lib/replies/remedy";
import type { ReplyInput } from "@/lib/replies/schema";

/** How the goods travel back, line by line. */
export function returnLegLines(fields: ReplyFields, context: ReplyContext): readonly Paragraph[] {
  return [
    ...itemOf("return.address", "address", addressOf(fields.returnAddress)),
    ...itemOf("return.reference", "reference", textOf(fields.returnReference)),
    ...itemOf("return.send_before", "day", dayOf(fields.sendBeforeOn)),
    ...(fields.costBearer ? [item(`return.cost.${fields.costBearer}`)] : []),
    ...meansLines(fields, context),
    ...itemOf("return.packing", "packing", textOf(fields.packing)),
    ...nextStepLine(fields),
    ...itemOf("return.contact", "contact", textOf(fields.contact)),
  ];
}

/** The same where the seller pays by rule, said even when the form did not. */
export function costlessLeg(fields: ReplyFields, context: ReplyContext): readonly Paragraph[] {
  return returnLegLines({ ...fields, costBearer: "seller" }, context);
}

/** Remedies left to the customer's choice, and why others are withheld (C. conso. L217-12). */
export function choiceLines(input: ReplyInput, context: ReplyContext): readonly Paragraph[] {
  const fields: ReplyFields = input;
  if (remediesOf(context.claim.situation).length === 0) return [];
  const own = remedyOfSolution(input.solution, fields.outcome);
  const others = (fields.alsoOffered ?? []).filter((remedy) => remedy !== own);
  const keys = others.map((remedy) => `solutions.remedies.${remedy}`);
  const withheld = (fields.withheld ?? []).filter(({ reason }) => Boolean(reason));
  return [
    ...(keys.length > 0 ? [paragraph("choice.also", { remedies: { type: "choices", keys } })] : []),
    ...withheld.map(({ remedy, reason }) =>
      item("choice.withheld", { remedy: word(`solutions.remedies.${remedy}`), reason: text(reason ?? "") }),
    ),
  ];
}

/** By which means, in one line; nothing while it is not said. */
export function meansLines(fields: ReplyFields, { documents }: ReplyContext): readonly Paragraph[] {
  switch (fields.returnMeans) {
    case undefined:
      return [];
    case "prepaid_label": {
      const isAttached = documents.some(({ kind }) => kind === "return_label");
      if (isAttached) return [item("return.means.label_attached")];
      return itemOf("return.means.label_follows", "day", dayOf(fields.labelFollowsOn));
    }
    case "deposit_code":
      return itemOf("return.means.deposit_code", "code", textOf(fields.depositCode));
    case "collection":
      return itemOf("return.means.collection", "day", dayOf(fields.collectionOn));
    case "customer_advances":
      return itemOf("return.means.customer_advances", "day", dayOf(fields.advanceRefundOn));
  }
}

function nextStepLine({ nextStep, nextStepOn }: ReplyFields): readonly Paragraph[] {
  const step = itemOf("return.next_step", "step", textOf(nextStep));
  return [...step, ...itemOf("return.next_step_on", "day", dayOf(nextStepOn))];
}

function addressOf(address: ReturnAddressInput | undefined): SentenceValue | null {
  if (!address || checkAddress(address).length > 4) return null;
  const town = [address.postcode, address.city].filter(Boolean).join(" ");
  const lines = [address.name, address.line1, address.line2, town].flatMap((line) => line || []);
  return { type: "address", lines, country: address.country };
}
