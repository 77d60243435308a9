"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { proposeProofFacts } from "@/db/commands/proof-facts";
import { readProofText } from "@/lib/evidence/read-proof-text";
import { cleanText } from "@/lib/messages/clean";
import { refused } from "@/lib/outcome";
import { sellerAction } from "@/lib/server/seller-action";

const page = z.string().max(200_000).overwrite(cleanText).min(1, "required");

/** Reads a pasted tracking page; what it says fills the form, for the seller to confirm. */
export const readPageAction = sellerAction(z.object({ documentId: z.uuid(), page }), async (input, { scope }) => {
  const read = readProofText(input.page);
  if (Object.keys(read).length === 0) return refused("nothing_read", { page: ["nothing_read"] });
  const outcome = await proposeProofFacts(scope, { documentId: input.documentId, read });
  if (outcome.ok && outcome.value.claimId) revalidatePath(`/reclamations/${outcome.value.claimId}`);
  return outcome;
});
