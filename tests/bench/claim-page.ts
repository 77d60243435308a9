import { randomUUID } from "node:crypto";
import { z } from "zod";
import { signInByForm } from "../support/form-sign-in.ts";
import { readDataFile, startApp } from "../support/running-app.ts";

/**
 * A claim's page with fifty messages against a page with next to nothing on it, the same seller signed in to both, so
 * that the frame and the check of the session weigh on each: `npx tsx tests/bench/claim-page.ts`.
 */
const EMPTY = "/reclamations/nouvelle";
const MESSAGES = 50;
const WARM_UP = 30;
const PAGES = 200;
const AT_ONCE = 4;

const demoSchema = z.object({
  sellers: z.tuple([z.object({ email: z.string(), password: z.string(), apiKey: z.string() })]).rest(z.unknown()),
});
const claimsSchema = z.object({ items: z.tuple([z.object({ id: z.string() })]).rest(z.unknown()) });

const app = await startApp({ DEMO: "1" });
try {
  const {
    sellers: [seller],
  } = demoSchema.parse(readDataFile(app.dataDir, "demo.json"));
  const claim = await claimWithMessages(seller.apiKey);
  const cookie = await signInByForm(app.baseUrl, seller);
  await run(EMPTY, cookie, WARM_UP);
  await run(claim, cookie, WARM_UP);
  const emptyRate = await run(EMPTY, cookie, PAGES);
  const claimRate = await run(claim, cookie, PAGES);
  console.log(`claim page ${claimRate.toFixed(0)} a second, empty page ${emptyRate.toFixed(0)}`);
  console.log(`ratio ${(claimRate / emptyRate).toFixed(2)}`);
} finally {
  await app.stop();
  app.remove();
}

/** Path of the page of the seller's most urgent claim. */
async function claimWithMessages(apiKey: string): Promise<string> {
  const headers = { authorization: `Bearer ${apiKey}`, "content-type": "application/json" };
  const list = await fetch(new URL("/api/v1/claims?limit=1", app.baseUrl), { headers });
  const [{ id }] = claimsSchema.parse(await list.json()).items;
  const address = new URL(`/api/v1/claims/${id}/messages`, app.baseUrl);
  for (let count = 1; count <= MESSAGES; count += 1) {
    const body = JSON.stringify({ body: `Nous avons relancé le transporteur (${count}).` });
    const keyed = { ...headers, "idempotency-key": randomUUID() };
    const answer = await fetch(address, { method: "POST", headers: keyed, body });
    if (!answer.ok) throw new Error(await answer.text());
  }
  return `/reclamations/${id}`;
}

/** Pages a second. */
async function run(path: string, cookie: string, pages: number): Promise<number> {
  const start = performance.now();
  let asked = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (asked < pages) {
        asked += 1;
        const answer = await fetch(new URL(path, app.baseUrl), { headers: { cookie }, redirect: "manual" });
        if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
        await answer.arrayBuffer();
      }
    }),
  );
  return (pages * 1000) / (performance.now() - start);
}
