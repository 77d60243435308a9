import { z } from "zod";
import { checkFigures, correctFigures, wasEverChecked } from "@/db/commands/check-figures";
import { foldFigures } from "@/db/commands/fold-figures";
import { raiseAlerts } from "@/db/commands/raise-alerts";
import { carryOutSuspensions } from "@/db/commands/suspensions";
import { currentTime } from "@/lib/server/clock";
import { defineTask } from "@/lib/server/jobs/task";
import { sweepScope } from "@/lib/server/scope";

/** Every night, after the figures were put together: who is under a threshold, and whose suspension begins or ends. */
export const raiseAlertsTask = defineTask(z.unknown(), async () => {
  const scope = sweepScope("raise_alerts");
  await raiseAlerts(scope, currentTime());
  await carryOutSuspensions(scope, currentTime());
});

/** Every night, all figures from the journal alone; the operator is shown what differs. */
export const checkFiguresTask = defineTask(z.unknown(), async (_payload, { signal }) => {
  const scope = sweepScope("check_figures");
  if (!(await wasEverChecked(scope))) await correctFigures(scope, signal);
  await checkFigures(scope, currentTime, signal);
});

export const foldFiguresTask = defineTask(z.unknown(), async () => {
  await foldFigures(sweepScope("fold_figures"));
});
