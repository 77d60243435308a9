"use client";
import type { ComponentProps, ReactNode } from "react";
import { describedBy, Field } from "./field";
import { firstText, useFieldState } from "./form-state";

export type Option = { readonly value: string; readonly label: string; readonly disabled?: boolean };

type Props = Omit<ComponentProps<"select">, "id" | "name" | "children" | "className"> & {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly options: readonly Option[];
  /** First line that chooses nothing. */
  readonly placeholder?: string;
  readonly hideOptional?: boolean;
  readonly className?: string;
};

/** The browser's own list: it is what a phone and a screen reader know best. */
export function SelectField({ label, hint, options, placeholder, hideOptional, className, ...select }: Props) {
  const { id, typed, errors } = useFieldState(select.name);
  const value = firstText(typed) ?? select.defaultValue ?? (placeholder === undefined ? undefined : "");
  return (
    <Field {...{ id, label, hint, errors, hideOptional, className }} required={select.required}>
      <select
        // A list ignores a default value that changes: a new element takes it.
        key={String(value)}
        {...select}
        id={id}
        defaultValue={value}
        aria-invalid={errors.length > 0 || undefined}
        aria-describedby={describedBy(id, hint, errors)}
        className="control pe-8"
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
