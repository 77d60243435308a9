import { spawn } from "node:child_process";
import { once } from "node:events";
import { buffer } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import PDFDocument from "pdfkit";
import { facturXml } from "@/lib/invoices/factur-x/factur-xml";
import type { NumberedInvoice } from "@/lib/invoices/invoice";
import { renderInvoicePdf } from "@/lib/server/pdf/invoice";
import { InvoicePaper } from "@/lib/server/pdf/invoice-paper";
import { renderPaper } from "@/lib/server/pdf/render-paper";
import { SAMPLES, tenLines } from "@/tests/unit/invoices/samples";
import { WORKER_MEMORY } from "../../scripts/support/worker-memory.ts";

/** Figures of the invoices, one run: `npx tsx tests/bench/invoices.ts`. Rounds alternate, so that a busy machine slows all alike. */

const at = new Date("2026-11-23T09:30:00Z");
const ROUNDS = 60;
const BULK = Number(process.env.BULK ?? 1000);
const BULK_ARGUMENT = "bulk";

if (process.argv[2] === BULK_ARGUMENT) {
  await bulk();
} else {
  await figures();
  await runBulkApart();
}

async function figures(): Promise<void> {
  const started = performance.now();
  const first = await renderInvoicePdf(tenLines, tenLines.number, at);
  print("first invoice of the process, fonts opened", ms(performance.now() - started));
  const medians = await alternate({
    facturX: () => renderInvoicePdf(tenLines, tenLines.number, at),
    bare: () => renderBare(tenLines),
    pdfkit: () => renderPdfkit(tenLines),
  });
  print("10 lines, Factur-X included", `${ms(medians.facturX)}, ${Math.round(first.length / 1000)} kB (target 200 kB)`);
  print("10 lines, bare react-pdf render of the same layout", ms(medians.bare));
  print("ratio", `${(medians.facturX / medians.bare).toFixed(2)} (target 1.6)`);
  print("10 lines of text and rules with pdfkit alone", ms(medians.pdfkit));
  print("against pdfkit", `${(medians.facturX / medians.pdfkit).toFixed(2)} times`);
  print("XML alone", ms(await median(200, async () => facturXml(tenLines))));
  const hundred = SAMPLES["a hundred lines"];
  if (hundred !== undefined) {
    print("100 lines, Factur-X included", ms(await median(5, () => renderInvoicePdf(hundred, hundred.number, at))));
  }
}

/** A process of its own, with the memory limits of a worker: without them V8 lets garbage pile up to several hundred MB. */
async function runBulkApart(): Promise<void> {
  const file = fileURLToPath(import.meta.url);
  const child = spawn(process.execPath, [...WORKER_MEMORY, "--import", "tsx", file, BULK_ARGUMENT], {
    stdio: "inherit",
  });
  await once(child, "exit");
}

/** One at a time, as the worker does; memory is compared with what the process holds after its first invoice. */
async function bulk(): Promise<void> {
  await renderInvoicePdf(tenLines, tenLines.number, at);
  const single = await median(10, () => renderInvoicePdf(tenLines, tenLines.number, at));
  const before = process.memoryUsage().rss;
  let peak = before;
  const start = performance.now();
  for (let index = 0; index < BULK; index += 1) {
    await renderInvoicePdf(tenLines, `F-2026-${index}`, at);
    peak = Math.max(peak, process.memoryUsage().rss);
  }
  const each = (performance.now() - start) / BULK;
  print(
    `${BULK} in a row`,
    `${ms(each)} each: ${(each / single).toFixed(2)} times one alone, memory +${Math.round((peak - before) / 1e6)} MB (target 150)`,
  );
}

async function renderBare(invoice: NumberedInvoice): Promise<Uint8Array> {
  return renderPaper(() => InvoicePaper({ invoice, issuedAt: at }));
}

/** The floor: the same words put on the page by hand, without any layout engine. */
async function renderPdfkit({ lines, seller, buyer }: NumberedInvoice): Promise<Uint8Array> {
  const file = new PDFDocument({ size: "A4", margin: 44 });
  file.fontSize(15).text(seller.name).fontSize(9).text(buyer.name);
  for (const line of lines) {
    const y = file.y + 6;
    file.text(line.name, 44, y, { width: 250 }).text(String(line.quantity), 300, y).text(String(line.netCents), 350, y);
    file.text(String(line.vatRateBps), 420, y).text(String(line.grossCents), 480, y);
    file
      .moveTo(44, y + 14)
      .lineTo(550, y + 14)
      .stroke();
  }
  file.end();
  return buffer(file);
}

type Render = () => Promise<unknown>;

async function alternate({ facturX, bare, pdfkit }: Readonly<Record<"facturX" | "bare" | "pdfkit", Render>>) {
  const times = { facturX: [0], bare: [0], pdfkit: [0] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.facturX.push(await timed(facturX));
    times.bare.push(await timed(bare));
    times.pdfkit.push(await timed(pdfkit));
  }
  return { facturX: middle(times.facturX), bare: middle(times.bare), pdfkit: middle(times.pdfkit) };
}

async function timed(render: Render): Promise<number> {
  const start = performance.now();
  await render();
  return performance.now() - start;
}

async function median(rounds: number, render: Render): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    times.push(await timed(render));
  }
  return middle(times);
}

function middle(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}

function print(label: string, value: string): void {
  console.log(`${label.padEnd(52)} ${value}`);
}
