/** One of several orders somebody may have written about, as the mail that asks for the right one lists it. */
export type OrderChoice = {
  readonly submissionId: string;
  readonly sellerId: string;
  readonly seller: string;
  readonly placedOn: string;
};

const PLACEHOLDER = /\{\{order_choice:([0-9a-f-]{36})\.([0-9a-f-]{36})\}\}/g;

/** Stands in the stored body where the address goes that names this order. */
export function orderChoicePlaceholder({ submissionId, sellerId }: Pick<OrderChoice, "submissionId" | "sellerId">) {
  return `{{order_choice:${submissionId}.${sellerId}}}`;
}

export function withOrderChoices(
  body: string,
  addressOf: (choice: Pick<OrderChoice, "submissionId" | "sellerId">) => string,
): string {
  return body.replaceAll(PLACEHOLDER, (_, submissionId: string, sellerId: string) =>
    addressOf({ submissionId, sellerId }),
  );
}
