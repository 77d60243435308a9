import clsx from "clsx";
import { TEXT, type Tone } from "./tone";

type Props = {
  readonly id: string;
  readonly label: string;
  /** From 0 to `max`; without it the end is not known. */
  readonly value?: number | undefined;
  readonly max?: number;
  /** The same in words: "4 200 commandes sur 10 000". */
  readonly words?: string;
  readonly tone?: Tone;
};

export function ProgressBar({ id, label, value, max = 100, words, tone = "info" }: Props) {
  return (
    <div className={clsx("grid gap-1", TEXT[tone])}>
      <div className="flex flex-wrap justify-between gap-x-4 text-ink">
        <label htmlFor={id} className="font-semibold">
          {label}
        </label>
        {words && <span className="tabular text-ink-muted">{words}</span>}
      </div>
      <progress id={id} value={value} max={max} className="progress-bar" />
    </div>
  );
}
