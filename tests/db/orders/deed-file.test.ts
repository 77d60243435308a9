import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { instant } from "@/lib/calendar/instant";
import { COMMITMENT_KINDS, type CommitmentDeed, deedOfCommitment } from "@/lib/replies/commitment";
import { recordDeedFile } from "@/lib/server/csv/record-deeds";
import { makeOrder, makeSeller, memberOf } from "../../support/factory";
import { openPromise, promiseFacts } from "../support/open-promise";

afterAll(closeDatabase);

const NOW = instant("2026-11-25T10:00:00Z");
const HEADER = "numero_commande;evenement;date;montant_ttc;moyen;reference;transporteur;numero_suivi";
const ROWS: Partial<Record<CommitmentDeed, string>> = {
  refund: "remboursement;24/11/2026 11:00;20,00;carte;VIR-1;;",
  shipment: "envoi;24/11/2026;;;;Chronopost;XY123",
  return: "retour;24/11/2026 11:00;;;R-1;;",
};
const MATCHED = COMMITMENT_KINDS.filter((kind) => ROWS[deedOfCommitment(kind)] !== undefined);

const bytes = (...rows: readonly string[]) => new TextEncoder().encode([HEADER, ...rows].join("\n"));

describe("a file of deeds", () => {
  test.each(MATCHED.map((kind) => ({ kind })))("a row that matches closes a promise of $kind", async ({ kind }) => {
    const seller = await makeSeller();
    const { number, claimId } = await openPromise(seller, { kind });
    const file = bytes(`${number};${ROWS[deedOfCommitment(kind)]}`);
    expect(await recordDeedFile(seller.scope, file, NOW)).toEqual({
      ok: true,
      value: { rowCount: 1, recorded: 1, known: 0, kept: 1, problems: [] },
    });
    expect(await promiseFacts(seller, claimId)).toMatchObject({
      promises: [{ status: "done" }],
      clocks: { conformity_remedy: "met" },
    });
  });

  test("a row refused stops no other, a row known counts once, and a viewer records nothing", async () => {
    const [seller, other] = [await makeSeller(), await makeSeller()];
    const { number } = await makeOrder(seller);
    const foreign = await makeOrder(other);
    const file = bytes(
      `${foreign.number};${ROWS.refund}`,
      `${number};remboursement;24/11/2026 11:00;1000,00;carte;VIR-2;;`,
      `${number};remboursement;26/11/2026 11:00;1,00;carte;VIR-3;;`,
      `${number};${ROWS.refund}`,
      `${number};${ROWS.refund}`,
    );
    expect(await recordDeedFile(memberOf(seller.id, "viewer"), file, NOW)).toEqual({
      ok: false,
      reason: "not_allowed",
    });
    expect(await recordDeedFile(seller.scope, file, NOW)).toMatchObject({
      ok: true,
      value: {
        rowCount: 5,
        recorded: 1,
        known: 1,
        kept: 0,
        problems: [
          { row: 2, code: "order_not_found", value: foreign.number },
          { row: 3, column: "montant_ttc", code: "refund_above_paid" },
          { row: 4, column: "date", code: "in_the_future" },
        ],
      },
    });
  });
});
