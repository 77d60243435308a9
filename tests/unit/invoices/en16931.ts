/**
 * Arithmetic business rules of EN 16931, read from the XML alone and strict to the cent.
 *
 * The official schematron (CII, 1.3) tolerates one unit on BR-S-08, BR-S-09, BR-E-08 and BR-CO-17; here sums must be
 * exact, and only the product of BR-CO-17 and BR-S-09 may differ, by one cent: VAT is taken out of gross prices.
 */
export function brokenRules(xml: string): readonly string[] {
  const settlement = only(xml, "ram:ApplicableHeaderTradeSettlement");
  const lines = all(xml, "ram:IncludedSupplyChainTradeLineItem");
  const adjustments = all(settlement, "ram:SpecifiedTradeAllowanceCharge");
  const sums = only(settlement, "ram:SpecifiedTradeSettlementHeaderMonetarySummation");
  const withoutSums = settlement.replace(sums, "");
  const groups = all(withoutSums, "ram:ApplicableTradeTax");
  const lineNet = sum(lines.map((line) => cents(line, "ram:LineTotalAmount")));
  const allowances = adjustments.filter((one) => text(one, "udt:Indicator") === "false");
  const charges = adjustments.filter((one) => text(one, "udt:Indicator") === "true");
  const actual = (list: readonly string[]) => sum(list.map((one) => cents(one, "ram:ActualAmount")));
  const vat = cents(sums, "ram:TaxTotalAmount");
  const grand = cents(sums, "ram:GrandTotalAmount");
  const basis = cents(sums, "ram:TaxBasisTotalAmount");
  const due = cents(sums, "ram:DuePayableAmount");
  const rules: Record<string, boolean> = {
    "BR-16": lines.length > 0,
    "BR-CO-10": cents(sums, "ram:LineTotalAmount") === lineNet,
    "BR-CO-11": cents(sums, "ram:AllowanceTotalAmount") === actual(allowances),
    "BR-CO-12": cents(sums, "ram:ChargeTotalAmount") === actual(charges),
    "BR-CO-13": basis === lineNet - actual(allowances) + actual(charges),
    "BR-CO-14": vat === sum(groups.map((group) => cents(group, "ram:CalculatedAmount"))),
    "BR-CO-15": grand === basis + vat,
    "BR-CO-16": due === grand - cents(sums, "ram:TotalPrepaidAmount"),
    "BR-CO-17": groups.every((group) => Math.abs(cents(group, "ram:CalculatedAmount") - product(group)) <= 1),
    "BR-CO-18": groups.length > 0,
    "BR-CO-25": due <= 0 || xml.includes("ram:DueDateDateTime"),
    "BR-27": lines.every((line) => !text(line, "ram:ChargeAmount")?.startsWith("-")),
    "BR-DEC": [...xml.matchAll(/Amount[^>]*>(-?[\d.]+)</g)].every(([, value]) => /^-?\d+\.\d{2,6}$/.test(value ?? "")),
    "BR-E-01": groups.filter((group) => text(group, "ram:CategoryCode") === "E").length <= 1,
    "BR-Z-01": groups.every((group) => text(group, "ram:CategoryCode") !== "Z"),
  };
  const perGroup = groups.flatMap((group) => {
    const category = text(group, "ram:CategoryCode");
    const rate = text(group, "ram:RateApplicablePercent");
    const same = (list: readonly string[]) =>
      list.filter(
        (one) => text(one, "ram:CategoryCode") === category && text(one, "ram:RateApplicablePercent") === rate,
      );
    const expected =
      sum(same(lines).map((line) => cents(line, "ram:LineTotalAmount"))) +
      actual(same(charges)) -
      actual(same(allowances));
    const exempt = category === "E";
    return [
      [`BR-${category}-08 at ${rate}`, cents(group, "ram:BasisAmount") === expected],
      [`BR-${category}-10`, exempt === group.includes("ram:ExemptionReason>")],
      [`BR-${category}-05`, exempt ? rate === "0" : Number(rate) > 0],
    ] as const;
  });
  return [...Object.entries(rules), ...perGroup].filter(([, holds]) => !holds).map(([rule]) => rule);
}

/** VAT of a group as BR-CO-17 recomputes it: basis × rate, half up. */
function product(group: string): number {
  const rate = Math.round(Number(text(group, "ram:RateApplicablePercent")) * 100);
  return Math.floor((cents(group, "ram:BasisAmount") * rate + 5000) / 10_000);
}

function all(xml: string, tag: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<${tag}[ >].*?</${tag}>`, "gs"))].map(([found]) => found);
}

function only(xml: string, tag: string): string {
  return all(xml, tag)[0] ?? "";
}

function text(xml: string, tag: string): string | undefined {
  return new RegExp(`<${tag}[^>]*>([^<]*)</${tag}>`).exec(xml)?.[1];
}

function cents(xml: string, tag: string): number {
  return Math.round(Number(text(xml, tag) ?? Number.NaN) * 100);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
