/** The states of the product. A tone is always shown with words and an icon, never by its colour alone. */
export const TONES = ["late", "urgent", "soon", "fine", "info", "neutral"] as const;
export type Tone = (typeof TONES)[number];

export const SOFT: Record<Tone, string> = {
  late: "border-late-line bg-late-soft text-late",
  urgent: "border-urgent-line bg-urgent-soft text-urgent",
  soon: "border-soon-line bg-soon-soft text-soon",
  fine: "border-fine-line bg-fine-soft text-fine",
  info: "border-info-line bg-info-soft text-info",
  neutral: "border-line bg-sunken text-ink-muted",
};

export const TEXT: Record<Tone, string> = {
  late: "text-late",
  urgent: "text-urgent",
  soon: "text-soon",
  fine: "text-fine",
  info: "text-info",
  neutral: "text-ink-muted",
};

export const EDGE: Record<Tone, string> = {
  late: "border-s-late",
  urgent: "border-s-urgent",
  soon: "border-s-soon",
  fine: "border-s-fine",
  info: "border-s-info",
  neutral: "border-s-line-control",
};

/** Inside a drawing. */
export const FILL: Record<Tone, string> = {
  late: "fill-late",
  urgent: "fill-urgent",
  soon: "fill-soon",
  fine: "fill-fine",
  info: "fill-info",
  neutral: "fill-ink-subtle",
};
