type Point = { readonly key: string; readonly share: number | undefined };

const [STEP, HEIGHT, EDGE] = [18, 36, 4];

/** A small line of shares over time, on one scale from 0 to 1, so that several can be compared. A gap where there is none. */
export function Sparkline({ summary, points }: { readonly summary: string; readonly points: readonly Point[] }) {
  const width = Math.max(1, points.length - 1) * STEP + 2 * EDGE;
  const at = (place: number, share: number) => [EDGE + place * STEP, EDGE + (1 - share) * HEIGHT] as const;
  const path = points
    .map(({ share }, place) => {
      if (share === undefined) return "";
      const starts = place === 0 || points[place - 1]?.share === undefined;
      return `${starts ? "M" : "L"}${at(place, share).join(" ")}`;
    })
    .join("");
  return (
    <svg role="img" aria-label={summary} viewBox={`0 0 ${width} ${HEIGHT + 2 * EDGE}`} className="h-10 w-32">
      <line x1={0} x2={width} y1={EDGE} y2={EDGE} className="stroke-line" strokeDasharray="2 3" />
      <line x1={0} x2={width} y1={HEIGHT + EDGE} y2={HEIGHT + EDGE} className="stroke-line" />
      <path d={path} fill="none" strokeWidth={2} className="stroke-primary" />
      {points.map(({ key, share }, place) => {
        if (share === undefined) return null;
        const [x, y] = at(place, share);
        return <circle key={key} cx={x} cy={y} r={2.5} className="fill-primary" />;
      })}
    </svg>
  );
}
