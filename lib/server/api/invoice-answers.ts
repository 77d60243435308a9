import type { Refusal } from "@/lib/outcome";
import { type ApiProblem, problem } from "@/lib/server/api/problems";

/** What a refused invoice or credit note answers: no number was drawn. */
export function invoiceProblem({ reason, fields }: Refusal): ApiProblem {
  if (reason === "not_allowed") return problem("forbidden");
  if (reason === "not_found") return problem("order_not_found");
  return problem("invoice_refused", { members: { reason, fields: Object.keys(fields ?? {}) } });
}
