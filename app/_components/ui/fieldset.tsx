"use client";
import clsx from "clsx";
import type { ReactNode } from "react";
import { describedBy, FieldError, OptionalMark } from "./field";

type Props = {
  readonly id?: string;
  readonly legend: ReactNode;
  readonly hint?: ReactNode;
  readonly errors?: readonly string[];
  /** `false` writes "(optional)" after the legend. */
  readonly required?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

/** Fields that belong together, or choices of one question. */
export function Fieldset({ id, legend, hint, errors = [], required = true, className, children }: Props) {
  const key = id ?? "groupe";
  return (
    <fieldset
      id={id}
      tabIndex={id ? -1 : undefined}
      aria-describedby={id ? describedBy(key, hint, errors) : undefined}
      className={clsx("min-w-0 outline-none", errors.length > 0 && "border-s-4 border-late ps-3", className)}
    >
      <legend className="font-bold">
        {legend}
        {!required && <OptionalMark />}
      </legend>
      {hint && (
        <p id={id ? `${key}-aide` : undefined} className="text-sm text-ink-muted">
          {hint}
        </p>
      )}
      <FieldError id={key} errors={errors} />
      <div className="mt-2 grid gap-stack">{children}</div>
    </fieldset>
  );
}
