import { z } from "zod";
import { remindCustomers } from "@/db/commands/customer-reminders";
import { currentTime } from "@/lib/server/clock";
import { defineTask } from "@/lib/server/jobs/task";
import { sweepScope } from "@/lib/server/scope";

/** Reminds customers, once, of an answer they were asked for or a parcel they are to send back. */
export const remindCustomersTask = defineTask(z.unknown(), async () => {
  await remindCustomers(sweepScope("remind_customers"), currentTime());
});
