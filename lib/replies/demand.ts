import type { Origin } from "@/lib/deadlines/rule";

const TABLE = "contract:tableau des situations client";
const CHECKLIST = "contract:procédure de retour complète";
const COHERENT = "assumed:une réponse doit pouvoir être tenue";
const REFUSAL = "assumed:un refus se motive par écrit";

/**
 * Everything an answer may be told it lacks, with the origin of the demand. The words of a code are
 * `missing.{code}` in the message files.
 */
export const DEMANDS = {
  solution_not_for_situation: TABLE,
  message_missing: TABLE,
  placeholder_left: COHERENT,
  date_in_past: COHERENT,
  quantity_above_line: COHERENT,
  line_unknown: COHERENT,
  expected_on_missing: TABLE,
  tracking_link_missing: TABLE,

  carrier_missing: TABLE,
  tracking_number_missing: TABLE,
  tracking_number_not_of_order: COHERENT,
  delivered_at_missing: TABLE,
  delivered_at_in_future: COHERENT,
  delivered_before_dispatch: COHERENT,
  proof_missing: TABLE,
  proof_after_due: TABLE,
  proof_contradictory: TABLE,
  proof_facts_missing: TABLE,
  parcel_not_shipped: COHERENT,
  parcel_in_transit: COHERENT,
  parcel_waiting: "law:C. conso. L216-2",
  parcel_returned: COHERENT,
  last_event_missing: TABLE,
  inquiry_opened_missing: TABLE,
  inquiry_opened_in_future: COHERENT,
  inquiry_answer_missing: TABLE,

  amount_missing: TABLE,
  amount_zero: COHERENT,
  amount_above_order: COHERENT,
  refund_on_missing: TABLE,
  cancellation_refund_missing: "law:C. conso. L221-24",
  way_back_missing: TABLE,

  address_name_missing: CHECKLIST,
  address_street_missing: CHECKLIST,
  address_postcode_missing: CHECKLIST,
  address_city_missing: CHECKLIST,
  address_country_missing: CHECKLIST,
  address_po_box: CHECKLIST,
  return_reference_missing: CHECKLIST,
  send_before_missing: CHECKLIST,
  cost_bearer_missing: CHECKLIST,
  cost_not_seller: "law:C. conso. L217-11",
  return_means_missing: "law:C. conso. L217-11",
  collection_needed: "law:C. conso. L217-10",
  label_missing: CHECKLIST,
  deposit_code_missing: CHECKLIST,
  collection_on_missing: CHECKLIST,
  advance_refund_on_missing: "law:C. conso. L241-6",
  packing_missing: CHECKLIST,
  next_step_missing: CHECKLIST,
  next_step_on_missing: CHECKLIST,
  refund_method_missing: CHECKLIST,
  contact_missing: CHECKLIST,
  outcome_missing: TABLE,
  outcome_not_for_situation: TABLE,
  goods_missing: COHERENT,

  second_remedy_missing: "law:C. conso. L217-12",
  withheld_reason_missing: "law:C. conso. L217-12",
  wish_not_answered: "law:C. conso. L217-12",

  ground_missing: REFUSAL,
  ground_not_for_situation: "law:C. conso. L217-3",
  ground_no_reservation: "law:C. conso. L217-3",
  ground_withdrawal_period: "law:C. conso. L217-3",
  guarantee_not_over: "law:C. conso. L217-3",
  exclusion_unknown: "law:C. conso. L221-28",
  not_professional: "law:C. conso. L221-18",
  withdrawal_information_missing: "law:C. conso. L221-20",
  facts_missing: REFUSAL,
  evidence_missing: REFUSAL,
  mediator_missing: "law:C. conso. L616-1, L616-2",

  gesture_nature_missing: TABLE,
  gesture_on_missing: COHERENT,
  gesture_alone: TABLE,

  invoice_missing: TABLE,
  credit_note_missing: "law:CGI, ann. II, art. 242 nonies A",
} as const satisfies Record<string, Origin>;
export type MissingCode = keyof typeof DEMANDS;

/**
 * Demands of the marketplace that a version of the policy may do without: an answer without them can still be kept
 * and read. What the law asks, or a promise needs, is not among them.
 */
export const WAIVABLE_DEMANDS = [
  "return_reference_missing",
  "packing_missing",
  "next_step_missing",
  "refund_method_missing",
  "contact_missing",
  "tracking_link_missing",
  "last_event_missing",
] as const satisfies readonly MissingCode[];
export type WaivableDemand = (typeof WAIVABLE_DEMANDS)[number];

type FlagRule = { readonly severity: "warning" | "unlawful"; readonly origin: Origin };

/**
 * What an answer is warned of. It may be sent all the same: the seller decides, and the flag is kept with the answer.
 * The words of a code are `missing.flags.{code}`.
 */
export const FLAGS = {
  demand_reason: { severity: "unlawful", origin: "law:C. conso. L221-18" },
  demand_prior_agreement: { severity: "unlawful", origin: "law:C. conso. L221-21" },
  demand_original_packaging: { severity: "unlawful", origin: "law:C. conso. L221-23" },
  demand_restocking_fee: { severity: "unlawful", origin: "law:C. conso. L221-23, L221-24" },
  demand_voucher: { severity: "unlawful", origin: "law:C. conso. L221-24" },
  demand_refund_after_inspection: { severity: "unlawful", origin: "law:C. conso. L221-24" },
  refund_method_other: { severity: "unlawful", origin: "law:C. conso. L221-24" },
  refund_after_law: { severity: "unlawful", origin: "law:C. conso. L216-7, L217-17, L221-24" },
  remedy_after_law: { severity: "unlawful", origin: "law:C. conso. L217-10" },
  send_before_too_early: { severity: "unlawful", origin: "law:C. conso. L221-23" },
  return_cost_not_told: { severity: "unlawful", origin: "law:C. conso. L221-23" },
  amount_below_order: { severity: "unlawful", origin: "law:C. conso. L216-7, L221-24" },
  reservation_demanded: { severity: "unlawful", origin: "law:C. conso. L217-3" },
  sent_to_carrier: { severity: "unlawful", origin: "law:C. conso. L216-2" },
  tracking_link_not_carrier: { severity: "warning", origin: COHERENT },
  tracking_number_doubtful: { severity: "warning", origin: COHERENT },
  delivery_unknown_to_order: { severity: "warning", origin: COHERENT },
  delivered_at_differs: { severity: "warning", origin: COHERENT },
  other_parcel_underway: { severity: "warning", origin: COHERENT },
  proof_weak: { severity: "warning", origin: COHERENT },
} as const satisfies Record<string, FlagRule>;
export type FlagCode = keyof typeof FLAGS;
