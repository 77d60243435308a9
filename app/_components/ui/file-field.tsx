"use client";
import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";
import { describedBy, Field } from "./field";
import { useFieldState } from "./form-state";

type Props = Omit<ComponentProps<"input">, "id" | "name" | "type" | "className"> & {
  readonly name: string;
  readonly label: ReactNode;
  /** Formats and size allowed, in words. */
  readonly hint: ReactNode;
  readonly hideOptional?: boolean;
  readonly className?: string;
};

/** The browser's own file input, drawn as a zone: a file dropped on it is taken without any script. */
export function FileField({ label, hint, hideOptional, className, ...input }: Props) {
  const { id, errors } = useFieldState(input.name);
  return (
    <Field {...{ id, label, hint, errors, hideOptional, className }} required={input.required}>
      <input
        {...input}
        id={id}
        type="file"
        aria-invalid={errors.length > 0 || undefined}
        aria-describedby={describedBy(id, hint, errors)}
        className={clsx(
          "w-full cursor-pointer rounded-md border-2 border-dashed border-line-control bg-surface p-4 text-ink-muted hover:border-primary hover:bg-primary-soft",
          "file:me-3 file:min-h-9 file:cursor-pointer file:rounded-md file:border file:border-solid file:border-line-control file:bg-surface file:px-3 file:font-semibold file:text-ink",
        )}
      />
    </Field>
  );
}
