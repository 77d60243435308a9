import { restartApp, startApp } from "../support/running-app.ts";

/** From the command to a healthy answer, on a data directory and a build that exist: `npx tsx tests/bench/second-start.ts`. */
const first = await startApp({ DEMO: "0" });
try {
  await first.stop();
  const start = performance.now();
  const second = await restartApp(first.dataDir, Number(new URL(first.baseUrl).port), { DEMO: "0" });
  try {
    const health = await fetch(`${second.baseUrl}/api/health`);
    if (health.status !== 200) throw new Error(`The product is not well: ${health.status}`);
    console.log(`second start: healthy after ${((performance.now() - start) / 1000).toFixed(1)} s`);
  } finally {
    await second.stop();
  }
} finally {
  first.remove();
}
