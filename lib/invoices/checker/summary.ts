import type { Finding, Verdict } from "@/lib/invoices/checker/finding";

/** How many mentions got each verdict. */
export function countVerdicts(findings: readonly Finding[]): Readonly<Record<Verdict, number>> {
  const counts = { found: 0, missing: 0, unsure: 0, wrong: 0 };
  for (const { verdict } of findings) counts[verdict] += 1;
  return counts;
}
