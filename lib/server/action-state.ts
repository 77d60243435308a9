import type { z } from "zod";
import type { Refusal } from "@/lib/outcome";
import { valuesByName } from "@/lib/server/form-object";

/** What was typed, to be put back in the form. Never holds a secret, a file or a row. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

/** Codes by field name; their sentences live in the message files ("ui.field_errors"). */
export type FieldCodes = Readonly<Record<string, readonly string[]>>;

/** What a form's action answers; the state of `ActionForm`. */
export type ActionState<Value = unknown, Reason extends string = string> =
  | { readonly status: "idle" }
  | {
      readonly status: "error";
      readonly reason: Reason;
      readonly fields?: FieldCodes | undefined;
      readonly values: FormValues;
    }
  | { readonly status: "done"; readonly value: Value };

export const IDLE = { status: "idle" } as const;

/** The text fields of a form, without files, without Next's own fields and without `secrets`. */
export function typedValues(form: FormData, secrets: readonly string[] = []): FormValues {
  const values: Record<string, string | readonly string[]> = {};
  for (const [name, given] of valuesByName(form)) {
    if (secrets.includes(name)) continue;
    const texts = given.filter((value) => typeof value === "string");
    const [first] = texts;
    if (first !== undefined) values[name] = texts.length > 1 ? texts : first;
  }
  return values;
}

/** A refusal as the state of the form it answers. */
export function refusedState<Reason extends string>(
  refusal: Refusal<Reason>,
  form: FormData,
  secrets: readonly string[] = [],
): ActionState<never, Reason> {
  return { status: "error", reason: refusal.reason, fields: refusal.fields, values: typedValues(form, secrets) };
}

/**
 * Codes of what a schema refused, by field. A schema may name its own code as the message of a check
 * (snake_case); otherwise the kind of the issue decides.
 */
export function fieldCodes(error: z.ZodError): FieldCodes {
  const codes: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const field = issue.path.join(".");
    const list = codes[field] ?? [];
    const code = codeOf(issue);
    codes[field] = list.includes(code) ? list : [...list, code];
  }
  return codes;
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (/^[a-z]+(_[a-z0-9]+)*$/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case "invalid_type":
      return issue.expected === "number" || issue.expected === "int" ? "invalid_number" : "required";
    case "too_small":
      if (issue.origin !== "string") return issue.origin === "array" ? "required" : "too_small";
      return issue.minimum === 1 ? "required" : "too_short";
    case "too_big":
      return issue.origin === "string" ? "too_long" : "too_big";
    case "invalid_format":
      return FORMAT_CODES[issue.format] ?? "invalid";
    case "invalid_value":
    case "invalid_union":
      return "invalid_choice";
    case "not_multiple_of":
    case "unrecognized_keys":
    case "invalid_key":
    case "invalid_element":
    case "custom":
      return "invalid";
  }
}

const FORMAT_CODES: Readonly<Record<string, string>> = {
  email: "invalid_email",
  url: "invalid_url",
  date: "invalid_date",
  datetime: "invalid_date",
};
