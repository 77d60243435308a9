"use server";
import { redirect } from "next/navigation";
import { safePath } from "@/lib/auth/safe-path";
import { signInSchema } from "@/lib/auth/schema";
import { publicAction } from "@/lib/server/public-action";
import { homePath, startSession } from "@/lib/server/session";
import { signIn } from "@/lib/server/sign-in";

export const signInAction = publicAction(
  signInSchema,
  async ({ suite, ...credentials }, { headers, now }) => {
    const outcome = await signIn(credentials, headers, now);
    if (!outcome.ok) return outcome;
    const viewer = await startSession(outcome.value.sessionId, now);
    redirect(safePath(suite) ?? homePath(viewer));
  },
  { secrets: ["password"] },
);
