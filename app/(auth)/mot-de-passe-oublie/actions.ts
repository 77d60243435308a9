"use server";
import { forgottenPasswordSchema } from "@/lib/auth/schema";
import { accepted, refused } from "@/lib/outcome";
import { mailPasswordReset } from "@/lib/server/forgotten-password";
import { publicAction } from "@/lib/server/public-action";

export const forgottenPasswordAction = publicAction(forgottenPasswordSchema, async ({ email }, { headers, now }) =>
  (await mailPasswordReset(email, headers, now)) ? accepted(null) : refused("rate_limited"),
);
