import { setTimeout as sleep } from "node:timers/promises";
import type { Settings } from "./settings.ts";

/** Wait until the product answers that it is well. Throws with its last answer when it never does. */
export async function waitForHealth(settings: Settings, isOver: () => boolean, patienceMs = 60_000): Promise<void> {
  const url = `http://${reachableHost(settings.HOST)}:${settings.PORT}/api/health`;
  let answer = "no answer";
  for (let waited = 0; waited < patienceMs && !isOver(); waited += 50) {
    const response = await fetch(url, { redirect: "manual" }).catch(() => undefined);
    if (response?.status === 200) return;
    if (response !== undefined) answer = `${response.status} ${(await response.text()).slice(0, 300)}`;
    await sleep(50);
  }
  if (!isOver()) throw new Error(`The product does not answer on ${url}: ${answer}`);
}

/** An address to listen on everywhere is none to call. */
function reachableHost(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
}
