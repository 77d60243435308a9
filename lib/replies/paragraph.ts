/** A value of a sentence, not yet written in any language. */
export type SentenceValue =
  | { readonly type: "text"; readonly value: string }
  | { readonly type: "day"; readonly value: string }
  | { readonly type: "instant"; readonly value: string }
  | { readonly type: "money"; readonly cents: number; readonly currency: string }
  | { readonly type: "word"; readonly key: string }
  /** `country` is a code, written as a name, or a name already. */
  | { readonly type: "address"; readonly lines: readonly string[]; readonly country: string | undefined }
  | { readonly type: "choices"; readonly keys: readonly string[] };

/** `text` is a paragraph, `item` a line of a list, `notice` what the law or the marketplace wants repeated. */
export type ParagraphStyle = "text" | "item" | "notice";

/** One sentence of an answer: the key of its words under `solutions.render`, and its values. */
export type Paragraph = {
  readonly key: string;
  readonly style: ParagraphStyle;
  readonly values: Readonly<Record<string, SentenceValue>>;
  /** Address the sentence leads to: always https, on the carrier's or the mediator's own site. */
  readonly href: string | null;
};

export function paragraph(
  key: string,
  values: Readonly<Record<string, SentenceValue>> = {},
  style: ParagraphStyle = "text",
): Paragraph {
  return { key, style, values, href: null };
}

export function item(key: string, values: Readonly<Record<string, SentenceValue>> = {}): Paragraph {
  return paragraph(key, values, "item");
}

export function notice(key: string, values: Readonly<Record<string, SentenceValue>> = {}): Paragraph {
  return paragraph(key, values, "notice");
}

export function text(value: string): SentenceValue {
  return { type: "text", value };
}

export function day(value: string): SentenceValue {
  return { type: "day", value };
}

export function word(key: string): SentenceValue {
  return { type: "word", key };
}

/** The sentence when its value is known; nothing otherwise. */
export function itemOf(key: string, name: string, value: SentenceValue | null): readonly Paragraph[] {
  return value === null ? [] : [item(key, { [name]: value })];
}

export function textOf(value: string | null | undefined): SentenceValue | null {
  return value ? text(value) : null;
}

export function dayOf(value: string | null | undefined): SentenceValue | null {
  return value ? day(value) : null;
}
