import type { CheckCode } from "@/lib/invoices/checker/check-rules";
import type { Reading, Sighting } from "@/lib/invoices/checker/finding";
import { amountsIn } from "@/lib/invoices/checker/page-text";

type Labelled = { readonly cents: number; readonly index: number; readonly length: number };

const AMOUNT = "(\\d{1,3}(?:[ .,]\\d{3}){0,4}[.,]\\d{2}|\\d{1,9}[.,]\\d{2})(?! ?%)";

const LABELS = {
  net: "(?:total|montant|base|sous-total)[^0-9a-z]{0,3}(?:net )?(?:h\\.?t\\.?|hors taxes?)",
  vat: "(?:total |montant |dont )?(?:de )?(?:la )?t\\.?v\\.?a\\.?(?: \\(?\\d{1,2}(?:[.,]\\d{1,2})? ?%\\)?)?",
  gross:
    "(?:total|montant|net)[^0-9a-z]{0,3}(?:a payer|t\\.?t\\.?c\\.?|de l'avoir(?: ttc)?|toutes taxes comprises)|\\btotal",
} as const;

/** What the totals say; the last figure after a label is the document's own, those before are lines'. */
export const amountSightings: Readonly<Partial<Record<CheckCode, (reading: Reading) => Sighting>>> = {
  total_net: ({ plain }) => sighted(lastLabelled(plain, LABELS.net)),
  total_vat: ({ plain }) => sighted(lastLabelled(plain, LABELS.vat)),
  total_gross: ({ plain }) => sighted(lastLabelled(plain, LABELS.gross)),
  totals_add_up: ({ plain }) => addUp(plain),
  order_total: ({ plain, expected }) =>
    expected.order?.totalCents === undefined
      ? { verdict: "unsure" }
      : { verdict: amountsIn(plain).includes(expected.order.totalCents) ? "found" : "wrong" },
};

/** Net + VAT = gross on the labelled totals, the VAT recomputed where one rate applies; else on any three amounts. */
function addUp(plain: string): Sighting {
  const [net, vat, gross] = [LABELS.net, LABELS.vat, LABELS.gross].map((label) => lastLabelled(plain, label));
  if (net !== undefined && vat !== undefined && gross !== undefined) {
    return {
      verdict: net.cents + vat.cents === gross.cents && isVatOfRate(plain, net.cents, vat.cents) ? "found" : "wrong",
      index: gross.index,
      length: gross.length,
    };
  }
  const amounts = new Set(amountsIn(plain));
  const most = Math.max(0, ...amounts);
  const closes = [...amounts].some((part) => part < most && part * 2 > most && amounts.has(most - part));
  return { verdict: closes ? "found" : amounts.size === 0 ? "missing" : "unsure" };
}

/** With a single rate on the page, its VAT is known to the cent that rounding each line may move. */
function isVatOfRate(plain: string, netCents: number, vatCents: number): boolean {
  const rates = new Set(
    [...plain.matchAll(/(?<![\d.,])(\d{1,2}(?:[.,]\d{1,2})?) ?%/g)].map(([, rate = ""]) =>
      Number(rate.replace(",", ".")),
    ),
  );
  const [rate] = rates;
  if (rate === undefined || rates.size > 1 || /regime particulier|exoner|non applicable/.test(plain)) return true;
  const lines = Math.max(2, plain.split("\n").length / 4);
  return Math.abs((netCents * rate) / 100 - vatCents) <= lines;
}

function lastLabelled(plain: string, label: string): Labelled | undefined {
  const found = [...plain.matchAll(new RegExp(`(?:${label})[^0-9]{0,12}${AMOUNT}`, "g"))].at(-1);
  return found === undefined
    ? undefined
    : { cents: amountsIn(found[1] ?? "")[0] ?? 0, index: found.index, length: found[0].length };
}

function sighted(labelled: Labelled | undefined): Sighting {
  return labelled === undefined
    ? { verdict: "missing" }
    : { verdict: "found", index: labelled.index, length: labelled.length };
}
