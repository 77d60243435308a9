import { z } from "zod";
import { addDays, daysBetween, type IsoDate, parseIsoDate } from "@/lib/calendar/civil-day";
import type { Instant } from "@/lib/calendar/instant";
import { endOfDay, localDay, startOfDay, type ZoneId } from "@/lib/calendar/zone";
import { SITUATIONS, type Situation } from "@/lib/claims/claim";
import type { CountedOutcome, FigureWindow } from "@/lib/compliance/figures";
import { accepted, type Outcome, refused } from "@/lib/outcome";

export const PERIODS = ["7", "30", "90"] as const;
export type Period = (typeof PERIODS)[number];

/** The choice behind a page of figures, as it stands in the address. Days are the marketplace's, both inclusive. */
export type FigureChoice = {
  readonly period: Period | "days";
  readonly fromOn: IsoDate;
  readonly toOn: IsoDate;
  readonly window: FigureWindow;
  readonly sellerId: string | undefined;
  readonly situation: Situation | undefined;
  readonly channelId: string | undefined;
  /** Why the days that were asked for are not those shown. */
  readonly problem: PeriodProblem | undefined;
};

/** No page counts more at once: a figure of ten years says nothing of today. */
const MOST_DAYS = 366;
export type PeriodProblem = "reversed" | "too_long" | "not_a_day";

/** How the address calls the end of the clocks it lists. */
export const ISSUES = { met: "respectes", missed: "manques" } as const satisfies Record<CountedOutcome, string>;

const outcomeQuery = z.object({ issue: z.enum(Object.values(ISSUES)).optional().catch(undefined) });

/** Which end an address asks for; both when it names none. */
export function readOutcome(search: unknown): CountedOutcome | undefined {
  const { issue } = outcomeQuery.parse(search);
  return issue && (issue === ISSUES.met ? "met" : "missed");
}

const query = z.object({
  periode: z.enum(PERIODS).optional().catch(undefined),
  du: z.string().optional().catch(undefined),
  au: z.string().optional().catch(undefined),
  vendeur: z.uuid().optional().catch(undefined),
  situation: z.enum(SITUATIONS).optional().catch(undefined),
  canal: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,39}$/)
    .optional()
    .catch(undefined),
});

/** What an address chooses; a value it cannot mean falls back to the last thirty days and to all. */
export function readFigureChoice(search: unknown, now: Instant, zone: ZoneId): FigureChoice {
  const { periode, du, au, vendeur, situation, canal } = query.parse(search);
  const today = localDay(now, zone);
  const days = du || au ? givenDays(du ?? "", au ?? "") : undefined;
  const given = days?.ok ? days.value : undefined;
  const fromOn = given?.fromOn ?? addDays(today, 1 - Number(periode ?? "30"));
  const toOn = given?.toOn ?? today;
  return {
    period: given ? "days" : (periode ?? "30"),
    fromOn,
    toOn,
    window: { from: startOfDay(fromOn, zone), to: endOfDay(toOn, zone) },
    sellerId: vendeur,
    situation,
    channelId: canal,
    problem: days && !days.ok ? days.reason : undefined,
  };
}

/** Days of one's own, which go before a period of so many days. */
function givenDays(du: string, au: string): Outcome<{ fromOn: IsoDate; toOn: IsoDate }, PeriodProblem> {
  const [fromOn, toOn] = [parseIsoDate(du), parseIsoDate(au)];
  if (fromOn === undefined || toOn === undefined) return refused("not_a_day");
  if (fromOn > toOn) return refused("reversed");
  if (daysBetween(fromOn, toOn) >= MOST_DAYS) return refused("too_long");
  return accepted({ fromOn, toOn });
}

/** The address of a choice, changed in one point: drill-down and filters stay in step. */
export function figureAddress(
  path: string,
  choice: FigureChoice,
  change: Readonly<Record<string, string>> = {},
): string {
  const parameters = new URLSearchParams({
    ...(choice.period === "days" ? { du: choice.fromOn, au: choice.toOn } : { periode: choice.period }),
    ...(choice.sellerId ? { vendeur: choice.sellerId } : {}),
    ...(choice.situation ? { situation: choice.situation } : {}),
    ...(choice.channelId ? { canal: choice.channelId } : {}),
    ...change,
  });
  return `${path}?${parameters}`;
}
