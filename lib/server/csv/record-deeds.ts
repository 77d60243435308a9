import { recordRefund } from "@/db/commands/record-refund";
import { recordReturn } from "@/db/commands/record-return";
import { recordShipment } from "@/db/commands/record-shipment";
import type { SellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { CsvProblem } from "@/lib/orders/csv";
import { mayImportOrders } from "@/lib/orders/permissions";
import { accepted, type Outcome, type Refusal, refused } from "@/lib/outcome";
import { type FileDeed, located, readDeedFile } from "@/lib/server/csv/deed-file";

export type DeedReport = {
  readonly rowCount: number;
  /** Rows recorded now, and rows that were known before. */
  readonly recorded: number;
  readonly known: number;
  /** Promises these rows kept. */
  readonly kept: number;
  readonly problems: readonly CsvProblem[];
};

/**
 * Record the refunds, parcels and returns of a file, each as the API does: a row that is refused stops no other, a
 * row sent twice changes nothing, and what was promised is closed by the row that matches it.
 */
export async function recordDeedFile(
  scope: SellerScope,
  bytes: Uint8Array,
  now: Instant,
): Promise<Outcome<DeedReport, "not_allowed">> {
  if (!mayImportOrders(scope)) return refused("not_allowed");
  const file = readDeedFile(bytes, now);
  const problems = [...file.problems];
  const done = { recorded: 0, known: 0, kept: 0 };
  for (const deed of file.deeds) {
    const outcome = await record(scope, deed, now);
    if (!outcome.ok) {
      problems.push(refusalAt(deed, outcome));
      continue;
    }
    if (outcome.value.result === "recorded") done.recorded += 1;
    else done.known += 1;
    done.kept += outcome.value.fulfilled.length;
  }
  return accepted({ rowCount: file.rowCount, ...done, problems });
}

async function record(scope: SellerScope, deed: FileDeed, now: Instant) {
  const { number } = deed;
  switch (deed.kind) {
    case "refund":
      return recordRefund(scope, { number, refund: deed.body }, now);
    case "shipment":
      return recordShipment(scope, { number, parcel: deed.body }, now);
    case "return":
      return recordReturn(scope, { number, goods: deed.body }, now);
  }
}

function refusalAt({ row, kind, number }: FileDeed, { reason, fields }: Refusal): CsvProblem {
  const [path, codes] = Object.entries(fields ?? {})[0] ?? [];
  if (path === undefined) return { severity: "error", row, column: null, value: number, code: reason };
  return { ...located(row, kind, undefined, { path: [path], code: codes?.[0] ?? reason }), value: number };
}
