"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { startImport } from "@/db/commands/imports";
import { sellerAction } from "@/lib/server/seller-action";

export const startImportAction = sellerAction(z.object({ importId: z.uuid() }), async ({ importId }, { scope }) => {
  const outcome = await startImport(scope, importId);
  revalidatePath(`/commandes/import/${importId}`);
  return outcome;
});
