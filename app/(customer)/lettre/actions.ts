"use server";
import { redirect } from "next/navigation";
import { z } from "zod";
import { refused } from "@/lib/outcome";
import { openLetterCode } from "@/lib/server/letter-link";
import { publicAction } from "@/lib/server/public-action";
import { mayPostForm } from "@/lib/server/public-rate";

/** The code of a letter opens the customer's page; a wrong, ended or replaced one is answered alike. */
export const openLetterAction = publicAction(
  z.object({ code: z.string().trim().min(1, "required").max(40) }),
  async ({ code }, context) => {
    if (!(await mayPostForm("letter", context.headers, context.now))) return refused("rate_limited");
    const token = await openLetterCode(code, context.now);
    if (token === undefined) return refused("code_unknown", { code: ["code_unknown"] });
    redirect(`/suivi/${token}`);
  },
);
