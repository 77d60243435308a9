import clsx from "clsx";
import { ToneIcon } from "./badge";
import { SOFT, TEXT, type Tone } from "./tone";

type Props = {
  readonly tone: Tone;
  /** "dans 2 jours", "en retard de 3 h". */
  readonly words: string;
  /** The bound itself, in words. */
  readonly date: string;
  /** ISO instant or day, for machines. */
  readonly dateTime: string;
  /** `line` in a list, `block` at the head of a claim. */
  readonly look?: "line" | "block";
};

/** How long is left, and until when: words first, then the date; colour only helps. */
export function TimeLeft({ tone, words, date, dateTime, look = "line" }: Props) {
  if (look === "block") {
    return (
      <p className={clsx("inline-flex flex-col rounded-md border px-3.5 py-2", SOFT[tone])}>
        <span className="flex items-center gap-1.5 text-lg font-bold">
          <ToneIcon tone={tone} />
          {words}
        </span>
        <time dateTime={dateTime} className="text-ink">
          {date}
        </time>
      </p>
    );
  }
  return (
    <span className="inline-block">
      <span
        className={clsx(
          "flex w-fit items-center gap-1.5 font-bold md:whitespace-nowrap in-[td]:max-md:ms-auto",
          TEXT[tone],
        )}
      >
        <ToneIcon tone={tone} />
        {words}
      </span>
      <time dateTime={dateTime} className="block text-sm text-ink-muted">
        {date}
      </time>
    </span>
  );
}
