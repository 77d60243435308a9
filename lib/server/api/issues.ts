import { createTranslator } from "next-intl";
import type { z } from "zod";
import type { Locale } from "@/lib/i18n/locale";
import { MESSAGES } from "@/lib/i18n/messages";
import { fieldPath } from "@/lib/orders/field-path";
import type { ProblemError } from "@/lib/server/api/problems";

type Issue = z.core.$ZodIssue;
type Values = Readonly<Record<string, string | number>>;
type Described = { readonly code: string; readonly values?: Values };

const CODE = /^[a-z]+(_[a-z0-9]+)*$/;

/**
 * What a schema refused, one entry per member, in words. Parse with `{ reportInput: true }`: without it a
 * missing member cannot be told from one of the wrong type.
 */
export function describeIssues(issues: readonly Issue[], locale: Locale): readonly ProblemError[] {
  const sentence = sentencesOf(locale);
  return codesOf(issues).map(({ path, code, values }) => ({
    path: fieldPath(path),
    code,
    message: sentence(code, values),
  }));
}

export type IssueCode = Described & { readonly path: readonly PropertyKey[] };

/** The same, before any word: code, the values its sentence names, and the member. */
export function codesOf(issues: readonly Issue[]): readonly IssueCode[] {
  return issues.flatMap(unfolded).map(({ issue, path }) => ({ ...described(issue), path }));
}

/** Codes by field, as an `Outcome` carries them, in words. */
export function describeFields(
  fields: Readonly<Record<string, readonly string[]>>,
  locale: Locale,
): readonly ProblemError[] {
  const sentence = sentencesOf(locale);
  return Object.entries(fields).flatMap(([path, codes]) =>
    codes.map((code) => ({ path, code, message: sentence(code) })),
  );
}

type Unfolded = { readonly issue: Issue; readonly path: readonly PropertyKey[] };

/** One issue per unknown member; of a union, the branch that fits best. */
function unfolded(issue: Issue): readonly Unfolded[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ issue, path: [...issue.path, key] }));
  }
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const [best] = [...issue.errors].sort((a, b) => a.length - b.length);
    return (best ?? []).flatMap(unfolded).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
  }
  return [{ issue, path: issue.path }];
}

function described(issue: Issue): Described {
  if (CODE.test(issue.message)) {
    return issue.code === "custom" && issue.params
      ? { code: issue.message, values: issue.params }
      : { code: issue.message };
  }
  switch (issue.code) {
    case "invalid_type":
      return { code: issue.input === undefined ? "required" : (TYPE_CODES[issue.expected] ?? "invalid") };
    case "unrecognized_keys":
      return { code: "unknown_field" };
    case "too_small":
      return { code: SIZE_CODES[issue.origin]?.[0] ?? "too_small", values: { limit: Number(issue.minimum) } };
    case "too_big":
      return { code: SIZE_CODES[issue.origin]?.[1] ?? "too_big", values: { limit: Number(issue.maximum) } };
    case "invalid_format":
      return { code: FORMAT_CODES[issue.format] ?? "invalid" };
    case "invalid_value":
      return { code: "invalid_choice", values: { choices: issue.values.map(String).join(", ") } };
    case "invalid_union":
    case "not_multiple_of":
    case "invalid_key":
    case "invalid_element":
    case "custom":
      return { code: "invalid" };
  }
}

const TYPE_CODES: Readonly<Record<string, string>> = {
  string: "must_be_text",
  number: "must_be_number",
  int: "must_be_integer",
  boolean: "must_be_boolean",
  array: "must_be_list",
  object: "must_be_object",
};

const SIZE_CODES: Readonly<Record<string, readonly [string, string]>> = {
  string: ["too_short", "too_long"],
  array: ["too_few", "too_many"],
};

const FORMAT_CODES: Readonly<Record<string, string>> = { email: "invalid_email", url: "invalid_url" };

type Sentences = Readonly<Record<string, string>>;

/** The sentence of a code in a language: one of `own`, else the API's, else the forms', else a general one. */
export function sentencesOf(locale: Locale, own: Sentences = {}): (code: string, values?: Values) => string {
  const { api, ui } = MESSAGES[locale];
  const messages: Sentences = { ...ui.field_errors, ...api.issues, ...own };
  const words = createTranslator({ locale, messages });
  return (code, values) => words(Object.hasOwn(messages, code) ? code : "invalid", values);
}
