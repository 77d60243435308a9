/** What a day is to a period that is counted. */
export type DayState = "start" | "counted" | "rest" | "due" | "plain";

export type CalendarDay = {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly state: DayState;
  /** Its number in the count; a rest day has none. */
  readonly number?: number | undefined;
  /** What the day is, in words: "jour 1", "samedi, ne compte pas", "dernier jour". */
  readonly note?: string | undefined;
  /** Told in a line of its own although it is counted like its neighbours. */
  readonly isRemarkable?: boolean;
};

export const DAY_LOOKS: Record<DayState, string> = {
  start: "border-primary bg-primary-soft text-ink",
  counted: "border-line-control bg-surface text-ink",
  rest: "border-line hatched text-ink-muted",
  due: "border-primary bg-primary text-on-primary",
  plain: "border-transparent text-ink-muted",
};
