import { randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { memoryOf, processOf } from "../support/app-processes.ts";
import { signInByForm } from "../support/form-sign-in.ts";
import { twelveMegapixels } from "../support/photo.ts";
import { readDataFile, startApp } from "../support/running-app.ts";

/**
 * Twenty files of 16 MB sent one after the other as the browser's client sends them, each in turn with a bare Node
 * server that copies the same request to a file; then a hundred photos queued for checking while the inbox is read,
 * with the worker held and let go in turn: `npx tsx tests/bench/uploads.ts`.
 */
const FILES = 20;
const WARM_UP = 5;
const FILE_BYTES = 16 * 1024 * 1024;
const PHOTOS = 100;
const TURNS = 20;
const TURN_MS = 700;
const SETTLED_MS = 3_000;

const demoSchema = z.object({
  customerLinks: z.tuple([z.url(), z.url()]).rest(z.url()),
  sellers: z.tuple([z.object({ email: z.string(), password: z.string() })]).rest(z.unknown()),
});
const addressesSchema = z.tuple([z.object({ url: z.url() })]);
type File = { readonly name: string; readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> };

const app = await startApp({ DEMO: "1" });
const bare = await bareServer(join(app.dataDir, "bare-copy"));
try {
  const demo = demoSchema.parse(readDataFile(app.dataDir, "demo.json"));
  const [sender, photographer] = demo.customerLinks.map((link) => new URL(link).pathname.split("/").at(-1) ?? "");
  await measureTransfer(sender ?? "");
  await measureInbox(photographer ?? "", await signInByForm(app.baseUrl, demo.sellers[0]));
} finally {
  bare.close();
  await app.stop();
  app.remove();
}

async function measureTransfer(token: string) {
  const web = processOf(app.process.pid ?? 0, "web");
  const [ours, theirs]: [number[], number[]] = [[], []];
  let before = 0;
  for (let round = 0; round < WARM_UP + FILES; round += 1) {
    if (round === WARM_UP) before = await settledMemory(web);
    const file = { name: "preuve.pdf", type: "application/pdf", bytes: new Uint8Array(randomBytes(FILE_BYTES)) };
    const address = await addressOf(token, file);
    const [bareMs, ownMs] = [await put(bare.url, file), await put(address, file)];
    if (round < WARM_UP) continue;
    theirs.push(bareMs);
    ours.push(ownMs);
  }
  const growth = (await settledMemory(web)) - before;
  const speed = (times: readonly number[]) => (FILE_BYTES / 1e6 / medianOf(times)) * 1000;
  print(`${FILES} files of 16 MB`, `${speed(ours).toFixed(0)} MB/s, bare server ${speed(theirs).toFixed(0)} MB/s`);
  print("transfer ratio", `${(speed(ours) / speed(theirs)).toFixed(2)} (target 0.5)`);
  print("memory of the web process", `${growth >= 0 ? "+" : ""}${Math.round(growth / 1e6)} MB (target 32)`);
}

async function measureInbox(token: string, cookie: string) {
  const photo = await twelveMegapixels();
  const worker = processOf(app.process.pid ?? 0, "worker");
  await readFor(cookie, 2_000);
  for (let count = 0; count < PHOTOS; count += 1) {
    // Bytes behind the picture: without them all would be one file, checked once.
    const file = { name: "photo.jpg", type: "image/jpeg", bytes: new Uint8Array([...photo, ...randomBytes(8)]) };
    await put(await addressOf(token, file), file);
  }
  const [quiet, busy]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < TURNS; turn += 1) {
    process.kill(worker, "SIGSTOP");
    quiet.push(...(await readFor(cookie, TURN_MS)));
    process.kill(worker, "SIGCONT");
    busy.push(...(await readFor(cookie, TURN_MS)));
  }
  const left = await pendingPhotos(token);
  const [alone, meanwhile] = [medianOf(quiet), medianOf(busy)];
  print(`photos still to be checked, of ${PHOTOS}`, String(left));
  print("inbox page", `${alone.toFixed(1)} ms alone; slower by ${(meanwhile / alone).toFixed(2)} times (target 1.2)`);
}

/** A signed address for one file, as the router gives it to the browser. */
async function addressOf(token: string, { name, type, bytes }: File): Promise<string> {
  const answer = await fetch(new URL("/api/uploadthing?actionType=upload&slug=document", app.baseUrl), {
    method: "POST",
    headers: { "content-type": "application/json", "x-uploadthing-version": "7.7.4" },
    body: JSON.stringify({ files: [{ name, type, size: bytes.length }], input: { token, kind: "photo" } }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return addressesSchema.parse(await answer.json())[0].url;
}

/** Milliseconds one file takes. */
async function put(address: string, { bytes }: File): Promise<number> {
  const body = new FormData();
  body.append("file", new Blob([bytes]), "blob");
  const start = performance.now();
  const answer = await fetch(address, { method: "PUT", body, headers: { range: "bytes=0-" } });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`upload: ${answer.status}`);
  return performance.now() - start;
}

/** Node's own server, which does nothing but write what it is sent. */
async function bareServer(path: string) {
  const server = createServer(async (request, response) => {
    await pipeline(request, createWriteStream(path));
    response.end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { url: `http://localhost:${address.port}`, close: () => server.close() };
}

/** What a process holds once it has come to rest. */
async function settledMemory(pid: number): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
  return memoryOf(pid);
}

async function readFor(cookie: string, forMs: number): Promise<readonly number[]> {
  const times: number[] = [];
  const end = performance.now() + forMs;
  while (performance.now() < end) {
    const start = performance.now();
    const answer = await fetch(new URL("/reclamations", app.baseUrl), { headers: { cookie }, redirect: "manual" });
    if (answer.status !== 200) throw new Error(`inbox: ${answer.status}`);
    await answer.arrayBuffer();
    times.push(performance.now() - start);
  }
  return times;
}

/** Photos of the link that its page says are being checked. */
async function pendingPhotos(token: string): Promise<number> {
  const html = await (await fetch(new URL(`/suivi/${token}`, app.baseUrl))).text();
  const words = html.replaceAll(/<script[\s\S]*?<\/script>/g, "");
  return words.split("Vérification en cours").length - 1;
}

function medianOf(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
}

function print(label: string, value: string): void {
  console.log(`${label.padEnd(40)} ${value}`);
}
