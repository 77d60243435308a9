import type { z } from "zod";
import type { Outcome } from "@/lib/outcome";
import { type ActionState, fieldCodes, refusedState } from "@/lib/server/action-state";
import { formObject, type ListFields } from "@/lib/server/form-object";

export type FormActionOptions = {
  /** Fields whose typed value is never sent back. */
  readonly secrets?: readonly string[];
  readonly lists?: ListFields;
};

export type FormRun<Schema extends z.ZodType, Context, Value, Reason extends string> = (
  input: z.output<Schema>,
  context: Context,
) => Promise<Outcome<Value, Reason>>;

type Proof<Context, Refusal extends string> = () => Promise<Outcome<Context, Refusal>>;

/**
 * The four steps of every form: who, what, may they, do it. It never sends the reader away when the proof fails:
 * what was typed comes back with the reason, so that a session that ended meanwhile costs nothing.
 */
export function formAction<Schema extends z.ZodType, Context, Value, Reason extends string, Unproven extends string>(
  prove: Proof<Context, Unproven>,
  schema: Schema,
  run: FormRun<Schema, Context, Value, Reason>,
  { secrets = [], lists = [] }: FormActionOptions = {},
) {
  return async (_previous: unknown, form: FormData): Promise<ActionState<Value, Reason | Unproven | "invalid">> => {
    const proven = await prove();
    if (!proven.ok) return refusedState(proven, form, secrets);
    const parsed = schema.safeParse(formObject(form, lists));
    if (!parsed.success) {
      return refusedState({ ok: false, reason: "invalid", fields: fieldCodes(parsed.error) }, form, secrets);
    }
    const outcome = await run(parsed.data, proven.value);
    return outcome.ok ? { status: "done", value: outcome.value } : refusedState(outcome, form, secrets);
  };
}
