import { readFileSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { startApp } from "../support/running-app.ts";

/**
 * The customer's page of the demo against a dynamic page with next to nothing on it, in one run, and what it weighs on
 * the wire without JavaScript: the document and its style sheets, compressed, fonts and images aside.
 * `npx tsx tests/bench/customer-page.ts`.
 */
const WARM_UP = 30;
const PAGES = 200;
const AT_ONCE = 4;

const app = await startApp({ DEMO: "1" });
try {
  const demo: { readonly customerLinks: readonly string[] } = JSON.parse(
    readFileSync(join(app.dataDir, "demo.json"), "utf8"),
  );
  const [link] = demo.customerLinks;
  if (!link) throw new Error("The demo has no customer");
  const page = new URL(new URL(link).pathname, app.baseUrl).href;
  const empty = new URL("/lettre", app.baseUrl).href;
  await run(empty, WARM_UP);
  await run(page, WARM_UP);
  const emptyRate = await run(empty, PAGES);
  const pageRate = await run(page, PAGES);
  const kilobytes = (await weight(page)) / 1000;
  console.log(`customer page ${pageRate.toFixed(0)} a second, empty page ${emptyRate.toFixed(0)}`);
  console.log(`ratio ${(pageRate / emptyRate).toFixed(2)}`);
  console.log(`on the wire without JavaScript ${kilobytes.toFixed(1)} kB`);
} finally {
  await app.stop();
  app.remove();
}

/** Pages a second. */
async function run(url: string, pages: number): Promise<number> {
  const start = performance.now();
  let asked = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (asked < pages) {
        asked += 1;
        const answer = await fetch(url);
        if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
        await answer.arrayBuffer();
      }
    }),
  );
  return (pages * 1000) / (performance.now() - start);
}

async function weight(url: string): Promise<number> {
  const document = await wire(url);
  const html = await (await fetch(url)).text();
  const sheets = [...html.matchAll(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g)].map(([, href = ""]) =>
    wire(new URL(href.replaceAll("&amp;", "&"), url).href),
  );
  return [document, ...(await Promise.all(sheets))].reduce((sum, bytes) => sum + bytes, 0);
}

/** Bytes of a body as a browser is sent them: `fetch` would count them unpacked. */
function wire(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { "accept-encoding": "gzip, br" } }, (answer) => {
      let bytes = 0;
      answer.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answer.on("end", () => resolve(bytes));
    }).on("error", reject);
  });
}
