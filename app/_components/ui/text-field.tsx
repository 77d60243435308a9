"use client";
import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";
import { describedBy, Field } from "./field";
import { firstText, useFieldState } from "./form-state";

type Common = {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly hideOptional?: boolean;
  /** The field's own width, from what is written in it: a postcode is short. */
  readonly width?: "full" | "half" | "short";
  readonly className?: string;
};

const WIDTHS = { full: "", half: "max-w-md", short: "max-w-40" } as const;

type TextFieldProps = Common & Omit<ComponentProps<"input">, "id" | "name" | "children" | "className" | "width">;

/** One line of text, a number, a date or a secret; what was typed comes back after an error, a secret excepted. */
export function TextField({ label, hint, hideOptional, width = "full", className, ...input }: TextFieldProps) {
  const { id, typed, errors } = useFieldState(input.name);
  return (
    <Field {...{ id, label, hint, errors, hideOptional, className }} required={input.required}>
      <input
        type="text"
        {...input}
        id={id}
        defaultValue={input.type === "password" ? undefined : (firstText(typed) ?? input.defaultValue)}
        aria-invalid={errors.length > 0 || undefined}
        aria-describedby={describedBy(id, hint, errors)}
        className={clsx("control", WIDTHS[width], isFigures(input.type) && "tabular")}
      />
    </Field>
  );
}

function isFigures(type: string | undefined): boolean {
  return type === "date" || type === "time" || type === "number" || type === "datetime-local" || type === "tel";
}

type TextareaFieldProps = Common & Omit<ComponentProps<"textarea">, "id" | "name" | "children" | "className">;

export function TextareaField({ label, hint, hideOptional, width = "full", className, ...area }: TextareaFieldProps) {
  const { id, typed, errors } = useFieldState(area.name);
  return (
    <Field {...{ id, label, hint, errors, hideOptional, className }} required={area.required}>
      <textarea
        rows={5}
        {...area}
        id={id}
        defaultValue={firstText(typed) ?? area.defaultValue}
        aria-invalid={errors.length > 0 || undefined}
        aria-describedby={describedBy(id, hint, errors)}
        className={clsx("control leading-normal", WIDTHS[width])}
      />
    </Field>
  );
}
