import type { Instant } from "@/lib/calendar/instant";
import type { Situation } from "@/lib/claims/claim";
import { type PhotoSubject, photoSubject } from "@/lib/evidence/document-facts";
import { type Remedy, remediesOf } from "@/lib/replies/remedy";

/** Where a customer has looked for a parcel that is said to be delivered. */
export const SEARCHED_PLACES = ["letterbox", "household", "neighbours", "caretaker", "pickup_point"] as const;

/** How a question is answered. Lengths are in UTF-16 units. */
export type IntakeQuestion =
  | { readonly kind: "wish" | "places" | "day" | "serial"; readonly slug: string }
  | { readonly kind: "text"; readonly slug: string; readonly max: number }
  | { readonly kind: "photo"; readonly slug: string; readonly subject: PhotoSubject };

/** What a customer may be asked, each on a screen of its own; the slug is its address. None is ever required. */
export const INTAKE_QUESTIONS = {
  searched: { kind: "places", slug: "recherches" },
  received: { kind: "text", slug: "produit-recu", max: 500 },
  fault: { kind: "text", slug: "defaut", max: 2_000 },
  since: { kind: "day", slug: "depuis-quand" },
  part: { kind: "text", slug: "element", max: 500 },
  photo_item: { kind: "photo", slug: "photo-produit", subject: "item" },
  photo_parcel: { kind: "photo", slug: "photo-colis", subject: "parcel" },
  photo_label: { kind: "photo", slug: "photo-etiquette", subject: "label" },
  serial: { kind: "serial", slug: "numero-de-serie" },
  wish: { kind: "wish", slug: "souhait" },
} as const satisfies Record<string, IntakeQuestion>;
export type IntakeQuestionId = keyof typeof INTAKE_QUESTIONS;

/** Questions answered in words; a photo is a document whose fact says what it shows. */
export const INTAKE_FIELDS = ["searched", "received", "fault", "since", "part", "serial", "wish"] as const;
export type IntakeField = (typeof INTAKE_FIELDS)[number];

/**
 * The questions of each situation, in the order they are asked: what the seller must know to judge within two days.
 * A withdrawal is asked nothing, for no reason may be demanded of it (C. conso. L221-18).
 */
const QUESTIONS_OF_SITUATION = {
  parcel_not_received: ["searched", "wish"],
  no_longer_wanted: [],
  wrong_product: ["received", "photo_item", "photo_label", "wish"],
  damaged: ["fault", "photo_item", "wish", "since", "part", "photo_parcel", "photo_label", "serial"],
  broken_down: ["fault", "since", "wish", "photo_item", "part", "serial"],
  missing_item: ["part", "photo_parcel", "wish", "photo_label"],
  invoice_request: [],
  other: [],
} as const satisfies Record<Situation, readonly IntakeQuestionId[]>;

export function questionsFor(situation: Situation): readonly IntakeQuestionId[] {
  return QUESTIONS_OF_SITUATION[situation];
}

/** What may be wished for: the remedies the situation knows; a parcel that is not there is sent again or refunded. */
export function wishesFor(situation: Situation): readonly Remedy[] {
  return situation === "parcel_not_received" ? ["replacement", "refund"] : remediesOf(situation);
}

/** A question of this situation by its address; undefined for one that is not asked here. */
export function questionOfSlug(situation: Situation, slug: string): IntakeQuestionId | undefined {
  return questionsFor(situation).find((id) => INTAKE_QUESTIONS[id].slug === slug);
}

export function isIntakeField(question: IntakeQuestionId): question is IntakeField {
  return INTAKE_FIELDS.some((field) => field === question);
}

export type IntakeAnswer = string | readonly string[];

/** One answer with its own identifier, by which it reaches a claim once only. */
export type SubmittedAnswer = {
  readonly id: string;
  readonly question: IntakeField;
  readonly answer: IntakeAnswer;
  readonly answeredAt: Instant;
};

/** Questions that have no answer yet, in their order. */
export function unanswered(situation: Situation, answered: readonly IntakeQuestionId[]): readonly IntakeQuestionId[] {
  return questionsFor(situation).filter((question) => !answered.includes(question));
}

const PHOTO_QUESTIONS = ["photo_item", "photo_parcel", "photo_label"] as const;

/** The question a photo answers by what it shows; undefined when it says nothing of it. */
export function questionOfPhoto(facts: unknown): IntakeQuestionId | undefined {
  const subject = photoSubject(facts);
  return PHOTO_QUESTIONS.find((id) => INTAKE_QUESTIONS[id].subject === subject);
}
