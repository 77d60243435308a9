"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { cancelInvoiceRun, startInvoiceRun } from "@/db/commands/invoice-runs";
import { monthPeriod } from "@/lib/invoices/period";
import { refused } from "@/lib/outcome";
import { sellerAction } from "@/lib/server/seller-action";

export const startRunAction = sellerAction(z.object({ month: z.string() }), async ({ month }, { scope, now }) => {
  const period = monthPeriod(month);
  const outcome = period ? await startInvoiceRun(scope, period, now) : refused("invalid");
  revalidatePath("/factures");
  return outcome;
});

export const cancelRunAction = sellerAction(z.object({ runId: z.uuid() }), async ({ runId }, { scope, now }) => {
  const outcome = await cancelInvoiceRun(scope, runId, now);
  revalidatePath("/factures");
  return outcome;
});
