/** One of several orders somebody may have written about, as the mail that asks for the right one lists it. */
export type OrderChoice = {
  readonly submissionId: string;
  readonly orderId: string;
  readonly seller: string;
  readonly placedOn: string;
};

const PLACEHOLDER = /\{\{order_choice:([0-9a-f-]{36})\.([0-9a-f-]{36})\}\}/g;

/** Stands in the stored body where the address goes that names this order. */
export function orderChoicePlaceholder({ submissionId, orderId }: Pick<OrderChoice, "submissionId" | "orderId">) {
  return `{{order_choice:${submissionId}.${orderId}}}`;
}

/** The dedupe key of the mail to one address of record, named by the first of its orders. */
export function orderChoiceMailKey(submissionId: string, firstOrderId: string): string {
  return `submission:${submissionId}:links:${firstOrderId}`;
}

export function withOrderChoices(
  body: string,
  addressOf: (choice: Pick<OrderChoice, "submissionId" | "orderId">) => string,
): string {
  return body.replaceAll(PLACEHOLDER, (_, submissionId: string, orderId: string) =>
    addressOf({ submissionId, orderId }),
  );
}
