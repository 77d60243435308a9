import type { OrderFacts } from "@/db/queries/order-facts";
import type { OneSellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { OpenClaimInput } from "@/lib/claims/schema";

export type OpenedClaim = {
  readonly claimId: string;
  readonly reference: string;
  readonly orderId: string;
  /** `joined`: the same order, lines and situation were already open; the message was added there. */
  readonly result: "opened" | "joined" | "already_recorded";
};

export type OpenClaimRefusal =
  | "not_allowed"
  | "order_not_found"
  | "unknown_channel"
  | "unknown_line"
  | "quantity_above_order"
  | "sent_in_future"
  | "sent_before_order"
  | "received_before_sent"
  | "external_id_taken"
  | "delivery_before_dispatch"
  | "intake_refused";

/** Everyone who may open a claim for a seller; a customer only writes on the claims of the link. */
export type StaffScope = Exclude<OneSellerScope, { kind: "customer" }>;
export type Recorder = "customer" | "seller" | "operator" | "api";
export type ClaimToOpen = { readonly input: OpenClaimInput; readonly recordedBy: Recorder; readonly locale: string };

/** A claim ready to be opened: its instants are settled and its order is read. */
export type PreparedClaim = ClaimToOpen & {
  readonly statementSentAt: Instant;
  readonly receivedAt: Instant;
  readonly facts: OrderFacts;
  /** The claim this one was read in, or split from. */
  readonly openedFrom?: string;
};
