import type { Origin } from "@/lib/deadlines/rule";
import { DEMANDS, FLAGS, type FlagCode, type MissingCode } from "@/lib/replies/demand";
import type { FieldName } from "@/lib/replies/field";

/** Something the answer still needs before it may be sent; its words are `missing.{code}`. */
export type Missing = { readonly code: MissingCode; readonly field: FieldName | null; readonly origin: Origin };

/** `unlawful`: the answer asks what the law forbids. `warning`: probably a slip. Neither stops the sending. */
export type Flag = {
  readonly code: FlagCode;
  readonly field: FieldName | null;
  readonly origin: Origin;
  readonly severity: "warning" | "unlawful";
};

export type ReplyVerdict = {
  readonly complete: boolean;
  readonly missing: readonly Missing[];
  readonly flags: readonly Flag[];
};

/** @param origin where the demand comes from when it is not the usual one of its code */
export function missing(code: MissingCode, field: FieldName | null = null, origin: Origin = DEMANDS[code]): Missing {
  return { code, field, origin };
}

export function flag(code: FlagCode, field: FieldName | null = null): Flag {
  return { code, field, ...FLAGS[code] };
}

/** The demand alone when it applies: reads as a line of a checklist. */
export function missingWhen(applies: boolean, code: MissingCode, field: FieldName | null = null): readonly Missing[] {
  return applies ? [missing(code, field)] : [];
}

export function flagWhen(applies: boolean, code: FlagCode, field: FieldName | null = null): readonly Flag[] {
  return applies ? [flag(code, field)] : [];
}
