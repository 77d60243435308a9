import type { FieldName } from "@/lib/replies/field";
import type { ReplyFormValues } from "@/lib/replies/form-values";
import type { ComposerData } from "./composer-data";

export type FieldProps = {
  readonly name: FieldName;
  readonly data: ComposerData;
  readonly values: ReplyFormValues;
};

export function textOf(value: string | readonly string[] | undefined): string {
  return typeof value === "string" ? value : (value?.[0] ?? "");
}
