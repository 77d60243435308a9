import { expect, test } from "vitest";
import { PAYMENT_METHODS } from "@/lib/invoices/draft";
import { paymentMethodOf } from "@/lib/invoices/payment-method";

test.each([
  ["card", "card"],
  [" Carte bancaire ", "card"],
  ["PayPal", "wallet"],
  ["bank_transfer", "transfer"],
  ["marketplace", "through_marketplace"],
  ["coquillages", "other"],
] as const)("%s is %s", (told, method) => {
  expect(paymentMethodOf(told)).toBe(method);
});

test("every own word but the ambiguous one is itself", () => {
  const own = PAYMENT_METHODS.filter((method) => method !== "marketplace");
  expect(own.map(paymentMethodOf)).toEqual(own);
});
