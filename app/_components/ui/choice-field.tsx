"use client";
import clsx from "clsx";
import type { ReactNode } from "react";
import { FieldError } from "./field";
import { Fieldset } from "./fieldset";
import { allTexts, firstText, useFieldState } from "./form-state";

export type Choice = {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
  /** Shown when this choice is taken: by CSS alone, so it needs no JavaScript. */
  readonly details?: ReactNode;
};

type GroupProps = {
  readonly name: string;
  readonly legend: ReactNode;
  readonly hint?: ReactNode;
  readonly choices: readonly Choice[];
  readonly required?: boolean;
  /** `cards` for a few weighty choices. */
  readonly look?: "plain" | "cards";
  readonly className?: string;
};

/** One answer among several. */
export function RadioGroup({ defaultValue, ...group }: GroupProps & { readonly defaultValue?: string | undefined }) {
  const { typed } = useFieldState(group.name);
  const chosen = firstText(typed) ?? defaultValue;
  return <ChoiceGroup {...group} type="radio" chosen={chosen === undefined ? [] : [chosen]} />;
}

/** Any number of answers, all under one name (`form.getAll`). */
export function CheckboxGroup({
  defaultValues = [],
  ...group
}: GroupProps & { readonly defaultValues?: readonly string[] }) {
  const { typed } = useFieldState(group.name);
  return <ChoiceGroup {...group} type="checkbox" chosen={typed === undefined ? defaultValues : allTexts(typed)} />;
}

type ChoiceGroupProps = GroupProps & { readonly type: "radio" | "checkbox"; readonly chosen: readonly string[] };

function ChoiceGroup({
  name,
  legend,
  hint,
  choices,
  required,
  look = "plain",
  className,
  type,
  chosen,
}: ChoiceGroupProps) {
  const { id, errors } = useFieldState(name);
  return (
    <Fieldset {...{ id, legend, hint, errors, className }} {...(required === undefined ? {} : { required })}>
      <div className={clsx("grid grid-cols-1", look === "cards" ? "gap-2.5" : "gap-1")}>
        {choices.map((choice) => (
          <ChoiceLine
            key={choice.value}
            id={`${id}-${choice.value}`}
            name={name}
            type={type}
            choice={choice}
            look={look}
            checked={chosen.includes(choice.value)}
          />
        ))}
      </div>
    </Fieldset>
  );
}

type LineProps = {
  readonly id: string;
  readonly name: string;
  readonly type: "radio" | "checkbox";
  readonly choice: Choice;
  readonly look: "plain" | "cards";
  readonly checked: boolean;
};

function ChoiceLine({ id, name, type, choice, look, checked }: LineProps) {
  const cards = look === "cards";
  return (
    <div
      className={clsx(
        "group relative",
        cards &&
          "rounded-md border border-line-control bg-surface has-checked:border-primary has-checked:bg-primary-soft has-checked:shadow-[inset_0_0_0_1px_var(--color-primary)] has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-focus",
      )}
    >
      <label htmlFor={id} className={clsx("flex min-h-control items-start gap-3", cards ? "p-3.5" : "py-1.5")}>
        <input
          key={String(checked)}
          id={id}
          type={type}
          name={name}
          value={choice.value}
          defaultChecked={checked}
          disabled={choice.disabled}
          aria-describedby={choice.hint ? `${id}-aide` : undefined}
          className="size-6 shrink-0"
        />
        <span>
          <span className={cards ? "font-semibold" : undefined}>{choice.label}</span>
          {choice.hint && (
            <span id={`${id}-aide`} className="block text-sm text-ink-muted">
              {choice.hint}
            </span>
          )}
        </span>
      </label>
      {choice.details && (
        <div
          className={clsx(
            "grid gap-stack supports-[selector(:has(a))]:hidden supports-[selector(:has(a))]:group-has-checked:grid",
            cards ? "px-3.5 pb-3.5 ps-12.5" : "ps-9 pb-2",
          )}
        >
          {choice.details}
        </div>
      )}
    </div>
  );
}

type CheckboxProps = {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly value?: string;
  readonly defaultChecked?: boolean;
  readonly required?: boolean;
};

/** One statement to tick. */
export function CheckboxField({ name, label, hint, value = "yes", defaultChecked = false, required }: CheckboxProps) {
  const { id, typed, errors } = useFieldState(name);
  const checked = typed === undefined ? defaultChecked : allTexts(typed).includes(value);
  return (
    <div className={clsx(errors.length > 0 && "border-s-4 border-late ps-3")}>
      <FieldError id={id} errors={errors} />
      <label htmlFor={id} className="flex min-h-control items-start gap-3 py-1.5">
        <input
          key={String(checked)}
          id={id}
          type="checkbox"
          name={name}
          value={value}
          required={required}
          defaultChecked={checked}
          aria-invalid={errors.length > 0 || undefined}
          aria-describedby={errors.length > 0 ? `${id}-erreur` : undefined}
          className="size-6 shrink-0"
        />
        <span>
          {label}
          {hint && <span className="block text-sm text-ink-muted">{hint}</span>}
        </span>
      </label>
    </div>
  );
}
