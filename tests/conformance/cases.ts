import { readFileSync } from "node:fs";
import { z } from "zod";

const caseSchema = z.object({
  id: z.string(),
  clock: z.string(),
  startsAt: z.unknown(),
  calendar: z.string(),
  zone: z.string(),
  because: z.string(),
  expected: z.union([z.object({ dueOn: z.string(), dueBefore: z.string() }), z.object({ error: z.string() })]),
});
export type ConformanceCase = z.output<typeof caseSchema>;

/** The fifty worked cases. */
export const workedCases = readCases("cases.json");

/** Every other kind of clock and calendar, and what cannot be taken. */
export const moreCases = readCases("more-cases.json");

function readCases(name: string): readonly ConformanceCase[] {
  return z.array(caseSchema).parse(JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8")));
}
