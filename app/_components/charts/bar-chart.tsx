import { FILL, type Tone } from "@/app/_components/ui/tone";

export type Bar = {
  readonly key: string;
  readonly label: string;
  /** Length, from 0 to 1. */
  readonly share: number;
  readonly words: string;
  readonly tone?: Tone;
};

const [WIDTH, ROW] = [400, 44];

/** Bars under their names, for names too long to stand under a column. */
export function BarChart({
  title,
  summary,
  bars,
}: {
  readonly title: string;
  readonly summary: string;
  readonly bars: readonly Bar[];
}) {
  return (
    <svg
      role="img"
      aria-label={`${title}. ${summary}`}
      viewBox={`0 0 ${WIDTH} ${bars.length * ROW}`}
      className="w-full"
    >
      {bars.map(({ key, label, share, words, tone }, place) => (
        <g key={key}>
          <text x={0} y={place * ROW + 14} fontSize={14} className="fill-ink">
            {label}
          </text>
          <text x={WIDTH} y={place * ROW + 14} fontSize={14} fontWeight={600} textAnchor="end" className="fill-ink">
            {words}
          </text>
          <rect x={0} y={place * ROW + 21} width={WIDTH} height={12} rx={2} className="fill-sunken" />
          <rect
            x={0}
            y={place * ROW + 21}
            width={Math.max(1, share * WIDTH)}
            height={12}
            rx={2}
            className={FILL[tone ?? "info"]}
          />
        </g>
      ))}
    </svg>
  );
}
