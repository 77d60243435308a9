"use server";
import { redirect } from "next/navigation";
import { resetPassword } from "@/db/commands/passwords";
import { resetPasswordSchema } from "@/lib/auth/schema";
import { tokenHash } from "@/lib/server/mail/account-token";
import { hashPassword } from "@/lib/server/password";
import { publicAction } from "@/lib/server/public-action";
import { entryScope } from "@/lib/server/scope";

export const resetPasswordAction = publicAction(
  resetPasswordSchema,
  async ({ token, password }, { now }) => {
    const passwordHash = await hashPassword(password);
    const outcome = await resetPassword(entryScope(), { tokenHash: tokenHash(token), passwordHash }, now);
    return outcome.ok ? redirect("/connexion?etat=mot-de-passe") : outcome;
  },
  { secrets: ["password"] },
);
