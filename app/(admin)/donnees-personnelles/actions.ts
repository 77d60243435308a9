"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { eraseCustomer } from "@/db/commands/customer-data";
import { accepted } from "@/lib/outcome";
import { adminAction } from "@/lib/server/admin-action";
import { deleteStoredFile } from "@/lib/server/storage/stored-files";

const erasureInput = z.object({
  orderId: z.uuid(),
  ground: z.string().trim().min(1).max(300),
  confirm: z.literal("yes"),
});

/** Files go after the rows: what a crash leaves of them is named by nothing and swept with the orphans. */
export const eraseCustomerAction = adminAction(erasureInput, async (input, { scope, now }) => {
  const outcome = await eraseCustomer(scope, input, now);
  if (!outcome.ok) return outcome;
  const { orders, files } = outcome.value;
  for (const key of files) await deleteStoredFile(key);
  revalidatePath("/donnees-personnelles");
  return accepted({ orders, files: files.length });
});
