import type { Messages } from "@/lib/i18n/messages";
import type { Json } from "@/lib/journal/canonical";

/**
 * Every problem the API answers, with its HTTP status. Title and detail live in the message files under
 * `api.problems.{code}`: a code without words, or words without a code, does not compile.
 */
export const PROBLEMS = {
  malformed_json: 400,
  invalid_idempotency_key: 400,
  unauthenticated: 401,
  forbidden: 403,
  seller_suspended: 403,
  not_found: 404,
  order_not_found: 404,
  invalid_cursor: 400,
  method_not_allowed: 405,
  idempotency_key_reused: 409,
  request_in_progress: 409,
  order_invoiced: 409,
  order_line_in_use: 409,
  external_id_taken: 409,
  claim_closed: 409,
  mail_not_sent: 409,
  answered_meanwhile: 409,
  claim_changed: 409,
  situation_open: 409,
  consent_pending: 409,
  answer_leaving: 409,
  undo_too_late: 409,
  customer_answered: 409,
  not_an_offer: 409,
  return_not_open: 409,
  return_not_lapsed: 409,
  return_too_early: 409,
  return_not_reminded: 409,
  invoice_refused: 409,
  body_too_large: 413,
  unsupported_media_type: 415,
  invalid: 422,
  refund_above_paid: 422,
  reply_incomplete: 422,
  seller_required: 422,
  seller_unknown: 422,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const satisfies Record<keyof Messages["api"]["problems"], number>;

export type ProblemCode = keyof typeof PROBLEMS;

/** What is wrong with one member of the request; `code` never changes, `message` is in the reader's language. */
export type ProblemError = { readonly path: string; readonly code: string; readonly message: string };

export type ApiProblem = {
  readonly problem: ProblemCode;
  readonly errors?: readonly ProblemError[] | undefined;
  /** Codes by field, as a refused `Outcome` carries them: the kit finds their words. */
  readonly fields?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Values named in the sentences. */
  readonly values?: Readonly<Record<string, string | number>> | undefined;
  /** Further members of the problem document. */
  readonly members?: Readonly<Record<string, Json>> | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
};

export function problem(code: ProblemCode, extra: Omit<ApiProblem, "problem"> = {}): ApiProblem {
  return { problem: code, ...extra };
}

export function isProblem(value: object): value is ApiProblem {
  return "problem" in value;
}
