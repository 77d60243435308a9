import { spawn } from "node:child_process";
import { once } from "node:events";
import { addBusinessDays } from "date-fns";
import Holidays from "date-holidays";
import { calendar } from "@/lib/calendar/calendars";
import { addDays, isoDate, toDayNumber } from "@/lib/calendar/civil-day";
import { fromEpochMs } from "@/lib/calendar/instant";
import { addWorkingDays } from "@/lib/calendar/working-calendar";
import { zoneId } from "@/lib/calendar/zone";
import { computeDeadline } from "@/lib/deadlines/deadline";
import { workedCases } from "@/tests/conformance/cases";

/** Figures of the deadline engine, one run: `npx tsx tests/bench/deadlines.ts`. */

const mainland = calendar("FR");
const firstDay = isoDate("2026-01-01");
const days = Array.from({ length: 365 }, (_, index) => addDays(firstDay, index));
const dayNumbers = days.map(toDayNumber);
const dates = days.map((day) => new Date(`${day}T12:00:00`));
const holidays = new Holidays("FR", { types: ["public"] });
const instants = days.map((_, index) => fromEpochMs(Date.UTC(2026, 0, 1, 9) + index * 86_400_000));
const paris = zoneId("Europe/Paris");
const reply = { length: 2, unit: "working_day", roll: "none" } as const;

/** Sent by the child as it ends: the most memory it held, as the system counts it. */
const MEMORY_REPORTER = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => process.send?.(Math.round(process.resourceUsage().maxRSS / 1024)))",
)}`;

/** What the loops computed, kept so that no engine may leave the work out. */
let sink = 0;

const working = rate(50_000_000, (index) => {
  sink += mainland.workingDays.nthAfter(dayNumbers[index % 365] ?? 0, 2);
});
const iso = rate(20_000_000, (index) => {
  sink += addWorkingDays(days[index % 365] ?? firstDay, 2, mainland).length;
});
const whole = rate(1_000_000, (index) => {
  const startsAt = instants[index % 365];
  if (startsAt) sink += computeDeadline({ period: reply, startsAt, calendar: mainland, zone: paris }).dueBefore.length;
});
const dateFns = rate(1_000_000, (index) => {
  sink += addBusinessDays(dates[index % 365] ?? 0, 2).getTime();
});
const loop = rate(500, (index) => {
  sink += loopOnIsHoliday(dates[index % 365] ?? new Date(0)).getTime();
});

print("2 working days, by day number", `${millions(working)} million/s`);
print("2 working days, by civil day", `${millions(iso)} million/s (target 10)`);
print("whole deadline, instant to instant", `${millions(whole)} million/s`);
print("date-fns addBusinessDays", `${millions(dateFns)} million/s: ${Math.round(iso / dateFns)} times less (target 5)`);
print("loop on date-holidays isHoliday", `${Math.round(loop)}/s: ${Math.round(iso / loop)} times less (target 1000)`);

const idle = await runCommand(0);
const hundred = await runCommand(100_000);
const fiveHundred = await runCommand(500_000);
print("command, 100,000 cases", `${seconds(hundred.ms - idle.ms)} beyond process start (target 3 s)`);
print("command, memory", `${hundred.peakMb} MB for 100,000 cases, ${fiveHundred.peakMb} MB for 500,000`);
if (sink === 0) print("nothing computed", "");

function rate(times: number, run: (index: number) => void): number {
  for (let index = 0; index < times / 10; index += 1) run(index);
  const start = performance.now();
  for (let index = 0; index < times; index += 1) run(index);
  return (times * 1000) / (performance.now() - start);
}

function loopOnIsHoliday(from: Date): Date {
  const day = new Date(from);
  for (let counted = 0; counted < 2; ) {
    day.setDate(day.getDate() + 1);
    if (day.getDay() % 6 !== 0 && !holidays.isHoliday(day)) counted += 1;
  }
  return day;
}

/** Runs the command on so many cases; it says its peak memory as it ends. */
async function runCommand(count: number): Promise<{ ms: number; peakMb: number }> {
  const start = performance.now();
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/deadlines.ts"], {
    stdio: ["pipe", "pipe", "inherit", "ipc"],
    env: { ...process.env, NODE_OPTIONS: `--import=${MEMORY_REPORTER}` },
  });
  let peakMb = 0;
  child.on("message", (megabytes) => {
    peakMb = Number(megabytes);
  });
  child.stdout?.resume();
  const done = once(child, "exit");
  for (let from = 0; from <= count; from += 1000) {
    const piece = Array.from({ length: Math.min(1000, count - from) }, (_, index) => caseText(from + index));
    const text = `${from === 0 ? "[" : ""}${piece.join("")}${from + 1000 > count ? "]" : ""}`;
    if (child.stdin && !child.stdin.write(text)) await once(child.stdin, "drain");
  }
  child.stdin?.end();
  await done;
  return { ms: performance.now() - start, peakMb };
}

function caseText(index: number): string {
  const { clock, startsAt, calendar: id, zone } = workedCases[index % workedCases.length] ?? {};
  return `${index === 0 ? "" : ","}${JSON.stringify({ id: index, clock, startsAt, calendar: id, zone })}`;
}

function millions(perSecond: number): string {
  return (perSecond / 1e6).toFixed(1);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function print(what: string, figure: string): void {
  process.stdout.write(`${what.padEnd(36)} ${figure}\n`);
}
