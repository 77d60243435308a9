import { type Figure, figureTable } from "./bench/figure.ts";
import { runMeasure, runMeasures } from "./bench/run-measure.ts";
import { buildAnew, findBuild } from "./support/build.ts";
import { shutDown, shutDownOnSignals } from "./support/shutdown.ts";

/*
 * Measures the product on this machine. Each figure stands beside its target;
 * a miss is marked and fails nothing, since a busy machine misses too.
 * BENCH_BUILD=1 also builds the product, which the second start needs once.
 */

shutDownOnSignals(130);
const build = await measureBuild();
const [previewOf100k = "", previewOf1M = ""] = await runMeasures("calendar-preview", [
  /over 100,000 open clocks: ([\d.]+) s/,
  /over 1,000,000 open clocks: ([\d.]+) s/,
]);
const [lostMails = "", readsDuringBurst = ""] = await runMeasures("mails", [/^lost (\d+)/m, /ratio ([\d.]+)/]);
const [pageRatio = "", pageWeight = ""] = await measurePage("customer-page", [
  /^ratio ([\d.]+)/m,
  /JavaScript ([\d.]+) kB/,
]);
const [claimRatio = ""] = await measurePage("claim-page", [/^ratio ([\d.]+)/m]);
const [againstBare = "", againstPdfkit = "", weight = "", bulkPace = ""] = await runMeasures("invoices", [
  /^ratio\s+([\d.]+)/m,
  /^against pdfkit\s+([\d.]+)/m,
  /Factur-X included\s+[\d.]+ ms, (\d+) kB/,
  /in a row.*each: ([\d.]+) times/,
]);
const [bulkMemory = "", bulkInbox = "", bulkFaults = "", fiftyFaults = ""] = await runMeasures("invoice-run", [
  /^memory\s+\+(\d+) MB/m,
  /slower by ([\d.]+) times/,
  /^run: numbers missing or twice\s+(\d+)/m,
  /^fifty: numbers missing or twice\s+(\d+)/m,
]);
const [transferRatio = "", uploadMemory = "", photoInbox = ""] = await measurePage("uploads", [
  /^transfer ratio\s+([\d.]+)/m,
  /^memory of the web process\s+\+?(-?\d+) MB/m,
  /^inbox page.*slower by ([\d.]+) times/m,
]);
const [verification = "", verificationMemory = "", dossier = ""] = await runMeasures("journal", [
  /verified in ([\d.]+) s/,
  /grown by (\d+) MB/,
  /50 events: ([\d.]+) s/,
]);
const figures: readonly Figure[] = [
  { what: "production build", unit: "s", target: { atMost: 120 }, measured: build },
  { what: "healthy after a second start", unit: "s", target: { atMost: 6 }, measured: await measureSecondStart() },
  {
    what: "2 working days, by civil day",
    unit: "million/s",
    target: { atLeast: 10 },
    measured: await runMeasure("deadlines", /by civil day\s+([\d.]+) million/),
  },
  {
    what: "invoice with Factur-X, against the bare render",
    unit: "times",
    target: { atMost: 1.6 },
    measured: againstBare,
  },
  { what: "the same, against bare text with pdfkit", unit: "times", measured: againstPdfkit },
  { what: "invoice of 10 lines", unit: "kB", target: { atMost: 200 }, measured: weight },
  {
    what: "1,000 invoices in a row, each against one alone",
    unit: "times",
    target: { atMost: 1.2 },
    measured: bulkPace,
  },
  { what: "1,000 issued in bulk: memory grown by", unit: "MB", target: { atMost: 150 }, measured: bulkMemory },
  { what: "inbox read meanwhile, against before", unit: "times", target: { atMost: 1.2 }, measured: bulkInbox },
  {
    what: "the same, killed half-way: numbers missing or twice",
    unit: "",
    target: { atMost: 0 },
    measured: bulkFaults,
  },
  {
    what: "50 issued at once and killed: numbers missing or twice",
    unit: "",
    target: { atMost: 0 },
    measured: fiftyFaults,
  },
  {
    what: "photo of 12 megapixels checked and drawn again",
    unit: "s",
    target: { atMost: 2 },
    measured: await runMeasure("verification", /drawn again: ([\d.]+) s/),
  },
  {
    what: "files of 16 MB, against a bare server's copy",
    unit: "times",
    target: { atLeast: 0.5 },
    measured: transferRatio,
  },
  { what: "20 such files: web process grown by", unit: "MB", target: { atMost: 32 }, measured: uploadMemory },
  { what: "inbox page, 100 photos being checked", unit: "times", target: { atMost: 1.2 }, measured: photoInbox },
  {
    what: "file of 10,000 new orders, preview and import",
    unit: "s",
    target: { atMost: 30 },
    measured: await runMeasure("import", /10,000 new orders: preview ([\d.]+) s, import ([\d.]+) s/),
  },
  {
    what: "answer sent, median of 200",
    unit: "ms",
    target: { atMost: 15 },
    measured: await runMeasure("replies", /median ([\d.]+) ms/),
  },
  { what: "new holiday previewed, 100,000 open clocks", unit: "s", target: { atMost: 2 }, measured: previewOf100k },
  { what: "new holiday previewed, 1,000,000 open clocks", unit: "s", target: { atMost: 20 }, measured: previewOf1M },
  { what: "customer page, against an empty one", unit: "times", target: { atLeast: 0.5 }, measured: pageRatio },
  { what: "customer page on the wire, no JavaScript", unit: "kB", target: { atMost: 60 }, measured: pageWeight },
  {
    what: "claim page with 50 messages, against an empty one",
    unit: "times",
    target: { atLeast: 0.35 },
    measured: claimRatio,
  },
  { what: "1,000 mails, worker killed half-way: lost", unit: "mails", target: { atMost: 0 }, measured: lostMails },
  {
    what: "page reads during that burst, against before",
    unit: "times",
    target: { atLeast: 0.8 },
    measured: readsDuringBurst,
  },
  { what: "journal of 1,000,000 events verified", unit: "s", target: { atMost: 60 }, measured: verification },
  { what: "memory that verification adds", unit: "MB", target: { atMost: 150 }, measured: verificationMemory },
  { what: "dossier of a claim with 50 events", unit: "s", target: { atMost: 1 }, measured: dossier },
];
console.log(`\n${figureTable(figures)}`);
await shutDown(0);

async function measureBuild(): Promise<number | string> {
  if (process.env.BENCH_BUILD !== "1") return "not asked for (BENCH_BUILD=1)";
  const start = performance.now();
  await buildAnew();
  return (performance.now() - start) / 1000;
}

async function measureSecondStart(): Promise<number | string> {
  if (findBuild() === undefined) return "no build of these sources (npm start, or BENCH_BUILD=1)";
  return await runMeasure("second-start", /healthy after ([\d.]+) s/);
}

async function measurePage(name: string, patterns: readonly RegExp[]): Promise<readonly (number | string)[]> {
  if (findBuild() === undefined) return patterns.map(() => "no build of these sources (npm start, or BENCH_BUILD=1)");
  return await runMeasures(name, patterns);
}
