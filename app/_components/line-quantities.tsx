"use client";
import { Fieldset } from "@/app/_components/ui/fieldset";
import { firstText, useFieldState } from "@/app/_components/ui/form-state";

export type QuantityLine = { readonly id: string; readonly name: string; readonly quantity: number };

type Props = {
  readonly legend: string;
  readonly hint: string;
  readonly lines: readonly QuantityLine[];
  readonly isOptional?: true;
};

/** How many of each line, posted as `lines.{id}`; what none written means is the form's to say. */
export function LineQuantities({ legend, hint, lines, isOptional }: Props) {
  const { id, errors } = useFieldState("lines");
  return (
    <Fieldset id={id} legend={legend} hint={hint} errors={errors} {...(isOptional ? { required: false } : {})}>
      <ul className="grid gap-2">
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
    </Fieldset>
  );
}

function Line({ line }: { readonly line: QuantityLine }) {
  const name = `lines.${line.id}`;
  const { id, typed } = useFieldState(name);
  return (
    <li className="flex items-center gap-3">
      <input
        id={id}
        type="number"
        name={name}
        min={0}
        max={line.quantity}
        defaultValue={firstText(typed)}
        className="control tabular max-w-20"
      />
      <label htmlFor={id} className="min-w-0">
        {line.name} <span className="text-ink-muted">/ {line.quantity}</span>
      </label>
    </li>
  );
}
