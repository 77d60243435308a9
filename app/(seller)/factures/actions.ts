"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { cancelInvoiceRun, resumeInvoiceRun, startInvoiceRun } from "@/db/commands/invoice-runs";
import { safePath } from "@/lib/auth/safe-path";
import { MOST_CHOSEN } from "@/lib/invoices/bulk-run";
import { daysPeriod, monthPeriod } from "@/lib/invoices/period";
import { orderNumberSchema } from "@/lib/orders/schema";
import { refused } from "@/lib/outcome";
import { proveSeller, sellerAction } from "@/lib/server/seller-action";
import { runHref } from "./_components/invoice-search";

const periodSchema = z
  .object({ month: z.string().optional(), du: z.string().optional(), au: z.string().optional() })
  .transform(({ month, du, au }) => (month === undefined ? daysPeriod(du, au) : monthPeriod(month)));

export const startRunAction = sellerAction(periodSchema, async (period, { scope, now }) => {
  if (!period) return refused("invalid", { au: ["invalid_period"] });
  const outcome = await startInvoiceRun(scope, { period }, now);
  return outcome.ok ? redirect(runHref(outcome.value.runId)) : outcome;
});

const chosenSchema = z.array(orderNumberSchema).min(1).max(MOST_CHOSEN);

/** The orders ticked in the list. A plain form: what stands against it is told by the list it goes back to. */
export async function startChosenRunAction(form: FormData): Promise<void> {
  const proven = await proveSeller();
  const back = safePath(form.get("retour")) ?? "/commandes";
  if (!proven.ok) redirect(`/connexion?suite=${encodeURIComponent(back)}`);
  const chosen = chosenSchema.safeParse(form.getAll("commande"));
  const { scope, now } = proven.value;
  const outcome = chosen.success
    ? await startInvoiceRun(scope, { orderNumbers: chosen.data }, now)
    : refused("nothing_chosen");
  if (outcome.ok) redirect(runHref(outcome.value.runId));
  redirect(`${back}${back.includes("?") ? "&" : "?"}emission=${outcome.reason}`);
}

const runIdSchema = z.object({ runId: z.uuid() });

export const cancelRunAction = sellerAction(runIdSchema, async ({ runId }, { scope, now }) => {
  const outcome = await cancelInvoiceRun(scope, runId, now);
  revalidatePath(runHref(runId));
  return outcome;
});

export const resumeRunAction = sellerAction(runIdSchema, async ({ runId }, { scope }) => {
  const outcome = await resumeInvoiceRun(scope, runId);
  revalidatePath(runHref(runId));
  return outcome;
});
