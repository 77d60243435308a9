/**
 * An expected refusal is a value, not an exception (docs/adr/0005).
 *
 * `reason` is a literal whose sentence lives in the message files; `fields` names the inputs at fault.
 */
export type Outcome<Value, Reason extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | Refusal<Reason>;

export type Refusal<Reason extends string = string> = {
  readonly ok: false;
  readonly reason: Reason;
  readonly fields?: Readonly<Record<string, readonly string[]>>;
};

export function accepted<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function refused<Reason extends string>(
  reason: Reason,
  fields?: Readonly<Record<string, readonly string[]>>,
): Refusal<Reason> {
  return fields ? { ok: false, reason, fields } : { ok: false, reason };
}
