import { MONTHS } from "@/lib/calendar/day-words";
import { CARRIER_IDS, type Carrier, carrierById } from "@/lib/carriers/carrier";
import { checkTrackingNumber, normalizeTrackingNumber } from "@/lib/carriers/tracking";

/** What a text says of a delivery, in the names of the proof form; a day has its local time, without a zone. */
export type ReadProof = Readonly<Record<string, string>>;

const FRENCH_MONTHS: readonly string[] = MONTHS.fr;
/** More than a carrier's page says; a hostile text could be endless. */
const MAX_CHARACTERS = 50_000;

const DELIVERY = /livr|remis|distribu|deliver/i;
const NOT_A_DELIVERY = /non livr|pas .{0,12}livr|avant livraison|livraison pr[ée]vue|à livrer/i;
const AVAILABLE =
  /(?<!sera |bientôt )(?:disponible|à (?:votre |sa )?disposition|available) .{0,40}(?:point|relais|retrait|bureau|consigne|pick-?up)/i;
const RETURNED = /retourn[ée]e? à l['’]exp[ée]diteur|returned to (?:the )?sender/i;
const SIGNATORY = /(?:sign[ée]e? par|signataire|signed by)\s*:?\s*(.{2,80})/i;
const RECIPIENT = /(?:re[çc]u(?:e)? par|remise? à|destinataire|recipient|received by)\s*:?\s*(.{2,80})/i;
const TOWN = /\b(\d{5})\s+(\p{Lu}[\p{L}' -]{1,60})/u;

/**
 * Facts of a delivery as a carrier's slip or tracking page writes them, in French or in English. Proposed to the
 * seller, who confirms them: what cannot be told apart is left out, never guessed.
 *
 * @param text of a PDF or of a pasted page, its lines kept
 */
export function readProofText(text: string): ReadProof {
  const lines = text
    .slice(0, MAX_CHARACTERS)
    .split(/\r?\n/)
    .map((line) => line.replace(/\s+/g, " ").trim());
  const carrier = carrierIn(lines.join(" "));
  const deliveries = lines.filter((line) => DELIVERY.test(line) && !NOT_A_DELIVERY.test(line));
  const town = lines.map((line) => TOWN.exec(line)).find((found) => found !== null);
  const deliveredAt = deliveries.map(localTimeIn).find((time) => time !== undefined);
  return present({
    carrier: carrier?.name,
    trackingNumber: numberIn(lines, carrier),
    deliveredAt,
    // A page that tells a delivery may tell of the pick-up point before it: only the seller knows which came last.
    status: deliveries.length === 0 ? statusIn(lines) : undefined,
    recipient: firstMatch(lines, RECIPIENT),
    signatory: firstMatch(lines, SIGNATORY),
    "place.postcode": town?.[1],
    "place.city": town?.[2]?.trim(),
  });
}

function statusIn(lines: readonly string[]): string | undefined {
  if (lines.some((line) => RETURNED.test(line))) return "returned";
  return lines.some((line) => AVAILABLE.test(line)) ? "available" : undefined;
}

function carrierIn(text: string): Carrier | undefined {
  const found = CARRIER_IDS.map(carrierById).filter(
    ({ name }) => name !== "" && new RegExp(`(?<![\\p{L}\\d])${name}(?![\\p{L}\\d])`, "iu").test(text),
  );
  // A Colissimo slip names La Poste too; two other names tell of none.
  const named = found.length > 1 ? found.filter(({ id }) => id !== "laposte") : found;
  return named.length === 1 ? named[0] : undefined;
}

/** A number of one of the carrier's shapes whose key holds; without a carrier, only after the word that announces it. */
function numberIn(lines: readonly string[], carrier: Carrier | undefined): string | undefined {
  const announced = firstMatch(
    lines,
    /(?:n°|num[ée]ro|number)\s*(?:de |d'|d’)?(?:suivi|colis|envoi|exp[ée]dition|tracking)?\s*:?\s*([A-Z0-9][A-Z0-9 ]{6,34})(?![a-z])/i,
  );
  const candidates = [announced, ...lines.flatMap((line) => line.match(/\b[A-Z0-9]{8,28}\b/g) ?? [])]
    .map((number) => normalizeTrackingNumber(number ?? ""))
    .filter((number) => /\d{4}/.test(number));
  if (!carrier) return announced ? candidates[0] : undefined;
  return candidates.find((number) => checkTrackingNumber(carrier, number) === "ok") ?? (announced && candidates[0]);
}

/** `2026-11-18T11:20`: a day without its time is no instant, and is left to the seller. */
function localTimeIn(line: string): string | undefined {
  const numeric = /\b(\d{1,2})[/.](\d{1,2})[/.](20\d\d)\b/.exec(line);
  const written = /\b(\d{1,2})(?:er)? (\p{L}+) (20\d\d)\b/u.exec(line);
  const word = (written?.[2] ?? "").toLowerCase().normalize("NFC");
  const month = numeric ? Number(numeric[2]) : FRENCH_MONTHS.indexOf(word) + 1;
  const [day, year] = [Number((numeric ?? written)?.[1]), (numeric ?? written)?.[3]];
  const time = /\b([01]?\d|2[0-3])\s?[h:]\s?([0-5]\d)\b/.exec(line);
  if (!year || !time || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return `${year}-${two(month)}-${two(day)}T${two(Number(time[1]))}:${time[2]}`;
}

function firstMatch(lines: readonly string[], pattern: RegExp): string | undefined {
  return lines.map((line) => pattern.exec(line)?.[1]?.trim()).find((found) => found !== undefined && found !== "");
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

function present(facts: Readonly<Record<string, string | undefined>>): ReadProof {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
