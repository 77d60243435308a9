import { LAPOSTE_BATCH, type ParcelNews, parcelNews } from "@/lib/carriers/laposte-suivi";
import { env } from "@/lib/env";
import { accepted, type Outcome, refused } from "@/lib/outcome";
import type { CarrierStatus, StatusRefusal } from "./carrier-status";

const PATIENCE_MS = 10_000;
/** Of a hostile or broken answer nothing more is read. */
const MAX_ANSWER_CHARACTERS = 2_000_000;

/** La Poste and Colissimo by the public Suivi v2 API; undefined without a key. */
export function laposteStatus(): CarrierStatus | undefined {
  const { LAPOSTE_API_KEY: key, LAPOSTE_API_URL: address } = env();
  if (!key) return undefined;
  return {
    carriers: ["laposte", "colissimo"],
    batch: LAPOSTE_BATCH,
    ask: (numbers) => ask({ key, address }, numbers),
  };
}

type Account = { readonly key: string; readonly address: string };

async function ask(
  { key, address }: Account,
  numbers: readonly string[],
): Promise<Outcome<readonly ParcelNews[], StatusRefusal>> {
  const url = `${address}/idships/${numbers.map(encodeURIComponent).join(",")}?lang=fr_FR`;
  try {
    const response = await fetch(url, {
      headers: { "X-Okapi-Key": key, accept: "application/json" },
      redirect: "error",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.status === 401 || response.status === 403) return refused("key_refused");
    if (response.status === 429) return refused("too_many_calls");
    // 207: some numbers are known. 400 and 404 tell of numbers that are not, in the same shape.
    if (response.status >= 500) return refused("unreachable");
    const text = await response.text();
    if (text.length > MAX_ANSWER_CHARACTERS) return refused("unreachable");
    return accepted(parcelNews(JSON.parse(text)));
  } catch (error) {
    // No answer in time, no connection, or no JSON: the parcel is asked about again at the next round.
    if (error instanceof Error) return refused("unreachable");
    throw error;
  }
}
