"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { parseAreas } from "@/lib/evidence/black-out";
import { blackOutDocument } from "@/lib/server/files/keep-blacked-out";
import { sellerAction } from "@/lib/server/seller-action";

const zones = z.string().transform((text, context) => {
  const areas = parseAreas(text);
  if (areas) return areas;
  context.addIssue({ code: "custom", message: "required" });
  return z.NEVER;
});

/** Keeps the picture with its names blacked out, in the first one's place. */
export const blackOutAction = sellerAction(
  z.object({ claimId: z.uuid(), documentId: z.uuid(), zones }),
  async (input, { scope, now }) => {
    const outcome = await blackOutDocument(scope, { documentId: input.documentId, areas: input.zones }, now);
    if (!outcome.ok) return outcome;
    revalidatePath(`/reclamations/${input.claimId}`);
    redirect(`/reclamations/${input.claimId}#documents`);
  },
);
