import { FILL, type Tone } from "@/app/_components/ui/tone";

export type Column = {
  readonly key: string;
  /** Short: it stands under its column. */
  readonly label: string;
  /** Height, from 0 to 1. */
  readonly share: number;
  /** What the column is worth, in words, above it. */
  readonly words: string;
  /** What the sample leaves open, both from 0 to 1. */
  readonly interval?: { readonly low: number; readonly high: number };
  readonly tone?: Tone;
};

const [STEP, HEIGHT, TOP, FOOT] = [56, 120, 24, 26];
/** Fewer columns than this are not drawn wider than a phone shows. */
const LEAST = 6;

/** Columns side by side, drawn in plain SVG. The same numbers stand in a table beside it, which the caller writes. */
export function ColumnChart({
  title,
  summary,
  columns,
}: {
  readonly title: string;
  /** All it shows, in one sentence, for whoever does not see it. */
  readonly summary: string;
  readonly columns: readonly Column[];
}) {
  const width = Math.max(LEAST, columns.length) * STEP;
  const base = TOP + HEIGHT;
  return (
    <svg
      role="img"
      aria-label={`${title}. ${summary}`}
      viewBox={`0 0 ${width} ${base + FOOT}`}
      className="max-h-56 w-full text-ink"
    >
      <line x1={0} x2={width} y1={base} y2={base} className="stroke-line-control" />
      <line x1={0} x2={width} y1={TOP} y2={TOP} className="stroke-line" strokeDasharray="3 4" />
      {columns.map((column, place) => (
        <One key={column.key} column={column} x={place * STEP + STEP / 2} base={base} />
      ))}
    </svg>
  );
}

function One({ column, x, base }: { readonly column: Column; readonly x: number; readonly base: number }) {
  const y = base - column.share * HEIGHT;
  const { interval } = column;
  return (
    <g>
      <rect x={x - 18} y={y} width={36} height={base - y} rx={2} className={FILL[column.tone ?? "info"]} />
      {interval && (
        <path
          d={`M${x} ${base - interval.high * HEIGHT}V${base - interval.low * HEIGHT}m-4 0h8M${x - 4} ${base - interval.high * HEIGHT}h8`}
          className="stroke-ink"
          fill="none"
        />
      )}
      <text x={x} y={14} textAnchor="middle" fontSize={14} fontWeight={600} className="fill-ink">
        {column.words}
      </text>
      <text x={x} y={base + 16} textAnchor="middle" fontSize={12} className="fill-ink-muted">
        {column.label}
      </text>
    </g>
  );
}
