import { z } from "zod";
import { failInvoiceRun, issueNextOfRun } from "@/db/commands/invoice-runs";
import { currentTime } from "@/lib/server/clock";
import { defineTask } from "@/lib/server/jobs/task";
import { renderInvoicePdf } from "@/lib/server/pdf/invoice";
import { jobScope } from "@/lib/server/scope";

const actorSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("member"), userId: z.string() }),
  z.object({ kind: z.literal("api_key"), keyId: z.string() }),
]);

/** The invoices of a run, one after the other. Run again after a crash or a stop it goes on where it was. */
export const issueInvoicesTask = defineTask(
  z.object({ sellerId: z.uuid(), runId: z.uuid(), actor: actorSchema }),
  async ({ sellerId, runId, actor }, job) => {
    const scope = jobScope(sellerId, actor);
    try {
      while (await issueNextOfRun(scope, runId, { render: renderInvoicePdf, now: currentTime() })) {
        job.signal.throwIfAborted();
      }
    } catch (error) {
      if (job.attempt >= job.maxAttempts) await failInvoiceRun(scope, runId, currentTime());
      throw error;
    }
  },
);
