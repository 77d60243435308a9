"use server";
import { revalidatePath } from "next/cache";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { accepted } from "@/lib/outcome";
import { problemWords } from "@/lib/server/csv/describe-problem";
import { recordDeedFile } from "@/lib/server/csv/record-deeds";
import { sellerAction } from "@/lib/server/seller-action";

const deedFile = z.file("nothing_chosen").min(1, "nothing_chosen").max(500_000, "file_too_large");

/** Record the refunds, parcels and returns of a file; what is wrong comes back in words, row by row. */
export const recordDeedsAction = sellerAction(
  z.object({ evenements: deedFile }),
  async ({ evenements }, { scope, now }) => {
    const outcome = await recordDeedFile(scope, new Uint8Array(await evenements.arrayBuffer()), now);
    if (!outcome.ok) return outcome;
    revalidatePath("/reclamations");
    const wordsOf = problemWords(await getLocale());
    const problems = outcome.value.problems.map((problem) => ({ ...problem, words: wordsOf(problem) }));
    return accepted({ ...outcome.value, problems });
  },
);
