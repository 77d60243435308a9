import type { IsoDate } from "@/lib/calendar/civil-day";
import type { Instant } from "@/lib/calendar/instant";
import type { ParcelStatus } from "@/lib/carriers/parcel-status";
import type { Situation, WithdrawalPhase } from "@/lib/claims/claim";
import type { DocumentKind, ProofVerdictLevel } from "@/lib/evidence/document";
import type { CustomerKind, ItemCondition, WithdrawalInformed } from "@/lib/orders/order";
import type { MissingCode } from "@/lib/replies/demand";
import type { Remedy } from "@/lib/replies/remedy";
import type { Mediator } from "@/lib/sellers/seller";

export type ReplyClaim = {
  readonly situation: Situation;
  /** Phase of `no_longer_wanted`, null for every other situation. */
  readonly phase: WithdrawalPhase | null;
  readonly customerKind: CustomerKind;
  /** Civil day of the statement in the delivery territory. */
  readonly statementSentOn: IsoDate;
  /** What the customer asked for at intake, or chose since through the link. */
  readonly wish: Remedy | null;
  /** The wish is a choice made among the remedies an answer offered (C. conso. L217-12). */
  readonly hasChosen?: boolean;
};

export type ReplyLine = {
  readonly lineId: string;
  readonly name: string;
  readonly quantity: number;
  readonly unitPriceCents: number;
  readonly bulky: boolean;
  readonly condition: ItemCondition;
  /** Whether the claim is about this line; all are when the claim names none. */
  readonly claimed: boolean;
};

export type ReplyParcel = {
  /** Name as imported; an unknown one is no error. */
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  readonly status: ParcelStatus;
  readonly shippedAt: Instant | null;
  readonly deliveredAt: Instant | null;
  readonly lineIds: readonly string[];
};

export type ReplyOrder = {
  readonly number: string;
  readonly currency: string;
  /** What the customer paid, delivery included. */
  readonly totalCents: number;
  readonly refundedCents: number;
  readonly lines: readonly ReplyLine[];
  readonly parcels: readonly ReplyParcel[];
  readonly withdrawalInformed: WithdrawalInformed;
  readonly withdrawalExcluded: boolean;
  /** Civil day of the last delivery in the delivery territory, null while unknown. */
  readonly deliveredOn: IsoDate | null;
  /** Invoices and credit notes already issued for the order. */
  readonly issuedDocuments: readonly { readonly id: string; readonly kind: "invoice" | "credit_note" }[];
};

/** A file sent with the answer. */
export type AttachedDocument = {
  readonly id: string;
  readonly kind: DocumentKind;
  /** Verdict of a proof of delivery, null for every other kind. */
  readonly verdict: ProofVerdictLevel | null;
};

/** Due days (inclusive) of the claim's clocks, null where none runs. */
export type ReplyClocks = {
  readonly proofDueOn: IsoDate | null;
  /** Last day on which the customer may send the goods back (C. conso. L221-23). */
  readonly goodsReturnDueOn: IsoDate | null;
  /** Last day of the refund the law sets (C. conso. L221-24, L216-7 or L217-17). */
  readonly refundDueOn: IsoDate | null;
  /** Last day of the remedy (C. conso. L217-10). */
  readonly remedyDueOn: IsoDate | null;
  /** Last day of the legal guarantee (C. conso. L217-3). */
  readonly guaranteeEndsOn: IsoDate | null;
};

/** Everything an answer is judged on, read by the command in the same transaction. */
export type ReplyContext = {
  /** Civil day in the marketplace's zone. */
  readonly today: IsoDate;
  /** Instant of pressing Send. */
  readonly now: Instant;
  readonly marketplaceName: string;
  readonly claim: ReplyClaim;
  readonly order: ReplyOrder;
  readonly documents: readonly AttachedDocument[];
  readonly clocks: ReplyClocks;
  /** The seller's mediator, null when the settings name none. */
  readonly mediator: Mediator | null;
  /** Demands the version that rules the claim does without. */
  readonly waived?: readonly MissingCode[];
};
