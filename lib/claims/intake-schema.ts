import { z } from "zod";
import type { IsoDate } from "@/lib/calendar/civil-day";
import { civilDaySchema } from "@/lib/calendar/schema";
import type { Situation } from "@/lib/claims/claim";
import {
  INTAKE_FIELDS,
  INTAKE_QUESTIONS,
  type IntakeField,
  questionsFor,
  SEARCHED_PLACES,
  wishesFor,
} from "@/lib/claims/intake";
import { cleanLine, cleanText } from "@/lib/messages/clean";
import { REMEDIES } from "@/lib/replies/remedy";

const text = (max: number) => z.string().overwrite(cleanText).min(1).max(max);

const serial = z
  .string()
  .overwrite(cleanLine)
  .min(1)
  .max(60)
  .regex(/^[\p{L}\p{N} ./:_#-]+$/u, "invalid_serial");

/** Answers of the customer, each optional; which of them a situation asks for is `askedIntake`'s to say. */
export const intakeAnswers = z.strictObject({
  searched: z
    .array(z.enum(SEARCHED_PLACES))
    .min(1)
    .max(SEARCHED_PLACES.length)
    .overwrite((places) => SEARCHED_PLACES.filter((place) => places.includes(place)))
    .optional()
    .describe("Where the customer looked for the parcel."),
  received: text(INTAKE_QUESTIONS.received.max).optional().describe("What came instead of what was ordered."),
  fault: text(INTAKE_QUESTIONS.fault.max).optional().describe("What is wrong with the product."),
  since: civilDaySchema.optional().describe("Civil day on which it was noticed."),
  part: text(INTAKE_QUESTIONS.part.max).optional().describe("Which part or item it is about."),
  serial: serial.optional().describe("Serial number of the product."),
  wish: z.enum(REMEDIES).optional().describe("What the customer would like; the situation says among what."),
});
export type IntakeAnswers = z.output<typeof intakeAnswers>;

export type IntakeRefusal = "not_asked" | "not_offered" | "day_in_future" | "day_before_order";

/**
 * What is wrong with answers given in a situation, by field: a question it does not ask, a wish it does not know, a
 * day that cannot be. Undefined when they may be kept.
 *
 * @param order civil days in the delivery territory
 */
export function refusedIntake(
  situation: Situation,
  answers: IntakeAnswers,
  order: { readonly placedOn: IsoDate; readonly today: IsoDate },
): { readonly field: IntakeField; readonly reason: IntakeRefusal } | undefined {
  for (const field of INTAKE_FIELDS) {
    if (answers[field] === undefined) continue;
    if (!questionsFor(situation).includes(field)) return { field, reason: "not_asked" };
  }
  if (answers.wish && !wishesFor(situation).includes(answers.wish)) return { field: "wish", reason: "not_offered" };
  if (answers.since && answers.since > order.today) return { field: "since", reason: "day_in_future" };
  if (answers.since && answers.since < order.placedOn) return { field: "since", reason: "day_before_order" };
  return undefined;
}

/** The answers kept on a claim; an old or foreign value is no answer. */
export function keptIntake(intake: unknown): IntakeAnswers {
  const parsed = intakeAnswers.safeParse(intake ?? {});
  return parsed.success ? parsed.data : {};
}
