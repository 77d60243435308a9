import { and, asc, eq } from "drizzle-orm";
import { clocks } from "@/db/schema/clocks";
import type { Transaction } from "@/db/scope";

/** The clocks of one claim in the order they started; their states follow from these facts and an instant. */
export async function readClocks(tx: Transaction, sellerId: string, claimId: string) {
  return tx
    .select()
    .from(clocks)
    .where(and(eq(clocks.sellerId, sellerId), eq(clocks.claimId, claimId)))
    .orderBy(asc(clocks.startsAt), asc(clocks.id));
}

export type ClockRow = Awaited<ReturnType<typeof readClocks>>[number];
