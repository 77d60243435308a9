import { z } from "zod";
import { INTAKE_FIELDS } from "@/lib/claims/intake";
import { type IntakeAnswers, intakeAnswers } from "@/lib/claims/intake-schema";
import { accepted, type Outcome, refused } from "@/lib/outcome";

/** One question's form: its name, and its answer under the question's own name. */
export const stepForm = z.object({ question: z.enum(INTAKE_FIELDS), ...intakeAnswers.shape });

/** Fields that come several times. */
export const STEP_LISTS = ["searched"];

/** The answer of the question that was on the screen, and no other. */
export function answerOf(form: z.output<typeof stepForm>): Outcome<IntakeAnswers, "invalid"> {
  const { question } = form;
  const answer = form[question];
  return answer === undefined ? refused("invalid", { [question]: ["required"] }) : accepted({ [question]: answer });
}
