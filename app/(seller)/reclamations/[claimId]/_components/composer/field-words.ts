import type { Messages } from "@/lib/i18n/messages";
import type { FieldName } from "@/lib/replies/field";

export type FieldWords = {
  readonly label: string;
  readonly help?: string;
  readonly choices?: Readonly<Record<string, string>>;
};

/** Label, help and choices of every field, by its name. */
export function fieldWords(words: Messages["replyFields"]): Readonly<Record<FieldName, FieldWords>> {
  return words;
}
