import type { EventType } from "@/lib/journal/event";

/**
 * Events whose payload may be erased, because it can hold what identifies a person: their words, names, addresses,
 * files' names. Every other payload stays, so that the figures can be recomputed from the journal for ever.
 */
export const ERASABLE_EVENTS: readonly EventType[] = [
  "order_changed",
  "refund_recorded",
  "shipment_recorded",
  "return_recorded",
  "submission_received",
  "submission_settled",
  "reply_sent",
  "message_sent",
  "note_added",
  "commitment_done",
  "document_uploaded",
  "document_refused",
  "proof_facts_confirmed",
  "link_address_corrected",
  "letter_printed",
];
