import { z } from "zod";
import { type IsoDate, isoDate } from "@/lib/calendar/civil-day";
import { type Instant, instant } from "@/lib/calendar/instant";
import { MEASURES, type Measure } from "@/lib/compliance/measure";

/** What a figure is counted under. */
export type FigureCell = {
  readonly day: IsoDate;
  readonly measure: Measure;
  readonly situation: string;
  readonly channelId: string;
  readonly detail: string;
  readonly bound: Instant;
};

/** Stands where a figure has no bound to wait for. */
export const NO_BOUND: Instant = instant("2000-01-01T00:00:00.000Z");

/** One cell as one text, to compare what is kept with what the journal says. */
export function cellText(cell: FigureCell): string {
  return [cell.day, cell.measure, cell.situation, cell.channelId, cell.detail, cell.bound].join(" ");
}

/** The cell a text names. */
export function cellOf(text: string): FigureCell {
  const [day, measure, situation, channelId, detail, bound] = text.split(" ");
  return {
    day: isoDate(day ?? ""),
    measure: z.enum(MEASURES).parse(measure),
    situation: situation ?? "",
    channelId: channelId ?? "",
    detail: detail ?? "",
    bound: instant(bound ?? ""),
  };
}
