import type { ImportedOrder, OrderRefusal } from "@/db/commands/imported-order";
import type { AbovePaid, RefundRefusal } from "@/db/commands/record-refund";
import { formatMoney } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { translatorFor } from "@/lib/i18n/translator";
import { fieldPath } from "@/lib/orders/field-path";
import type { OrderWarning } from "@/lib/orders/warnings";
import type { Refusal } from "@/lib/outcome";
import { type ApiProblem, problem } from "@/lib/server/api/problems";

/** What a refused order answers, with what the caller needs to go on. */
export function orderProblem(refusal: OrderRefusal | Refusal<"not_allowed">, locale: Locale): ApiProblem {
  switch (refusal.reason) {
    case "not_allowed":
      return problem("forbidden");
    case "invalid":
      return problem("invalid", { fields: refusal.fields });
    case "order_invoiced":
      return problem("order_invoiced", { values: { invoice: refusal.invoice }, members: { invoice: refusal.invoice } });
    case "refund_above_paid":
      return abovePaidProblem(refusal.above, refusal.fields, locale);
    case "order_line_in_use":
      return problem("order_line_in_use", {
        values: { lines: refusal.lines.join(", ") },
        members: { lines: refusal.lines },
      });
  }
}

export function importedAnswer(order: ImportedOrder, locale: Locale) {
  return { ...order, warnings: describeWarnings(order.warnings, locale) };
}

/** Doubts in words, with the member they are about. */
export function describeWarnings(warnings: readonly OrderWarning[], locale: Locale) {
  const words = translatorFor(locale);
  return warnings.map(({ code, path }) => ({
    code,
    path: fieldPath(path),
    message: words(`orders.warnings.${code}`),
  }));
}

/** Amounts as the reader writes them, and as a program reads them. */
function abovePaidProblem({ refund, currency }: AbovePaid, fields: Refusal["fields"], locale: Locale): ApiProblem {
  const { amountCents, refundedCents, paidCents } = refund;
  const money = (cents: number) => formatMoney(cents, locale, currency);
  return problem("refund_above_paid", {
    fields,
    values: { amount: money(amountCents), refunded: money(refundedCents), paid: money(paidCents) },
    members: { amountCents, refundedCents, paidCents },
  });
}

/** What a refused refund, shipment or return answers. */
export function deedProblem(refusal: RefundRefusal, locale: Locale): ApiProblem {
  const { reason, fields } = refusal;
  if (refusal.above) return abovePaidProblem(refusal.above, fields, locale);
  return reason === "not_allowed" ? problem("forbidden") : problem(reason, { fields });
}
