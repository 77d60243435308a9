import { LAPOSTE_BATCH, type ParcelNews, parcelNews } from "@/lib/carriers/laposte-suivi";
import { env } from "@/lib/env";
import { accepted, type Outcome, refused } from "@/lib/outcome";
import type { CarrierStatus, StatusRefusal } from "./carrier-status";

const PATIENCE_MS = 10_000;
/** Of a hostile or broken answer nothing more is read. */
const MAX_ANSWER_BYTES = 2_000_000;

/**
 * La Poste and Colissimo by the public Suivi v2 API; undefined without a key.
 *
 * @param patienceMs for the whole answer
 */
export function laposteStatus(patienceMs = PATIENCE_MS): CarrierStatus | undefined {
  const { LAPOSTE_API_KEY: key, LAPOSTE_API_URL: address } = env();
  if (!key) return undefined;
  return {
    carriers: ["laposte", "colissimo"],
    batch: LAPOSTE_BATCH,
    ask: (numbers) => ask({ key, address, patienceMs }, numbers),
  };
}

type Account = { readonly key: string; readonly address: string; readonly patienceMs: number };

async function ask(
  { key, address, patienceMs }: Account,
  numbers: readonly string[],
): Promise<Outcome<readonly ParcelNews[], StatusRefusal>> {
  const url = `${address}/idships/${numbers.map(encodeURIComponent).join(",")}?lang=fr_FR`;
  try {
    const response = await fetch(url, {
      headers: { "X-Okapi-Key": key, accept: "application/json" },
      redirect: "error",
      signal: AbortSignal.timeout(patienceMs),
    });
    if (response.status === 401 || response.status === 403) return refused("key_refused");
    if (response.status === 429) return refused("too_many_calls");
    // 207: some numbers are known. 400 and 404 tell of numbers that are not, in the same shape.
    if (response.status >= 500) return refused("unreachable");
    const text = await beginningOf(response);
    return text === undefined ? refused("unreachable") : accepted(parcelNews(JSON.parse(text)));
  } catch (error) {
    // No answer in time, no connection, or no JSON: the parcel is asked about again at the next round.
    if (error instanceof Error) return refused("unreachable");
    throw error;
  }
}

/** The answer's text; undefined once it is longer than any real one. */
async function beginningOf({ body }: Response): Promise<string | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.byteLength;
    if (size > MAX_ANSWER_BYTES) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}
