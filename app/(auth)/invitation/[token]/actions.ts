"use server";
import { redirect } from "next/navigation";
import { acceptInvitation } from "@/db/commands/members";
import { switchSeller } from "@/db/commands/sessions";
import { acceptSchema, joinSchema } from "@/lib/auth/schema";
import { tokenHash } from "@/lib/server/mail/account-token";
import { hashPassword } from "@/lib/server/password";
import { publicAction } from "@/lib/server/public-action";
import { entryScope, sweepScope } from "@/lib/server/scope";
import { startSession } from "@/lib/server/session";
import { viewerAction } from "@/lib/server/viewer-action";

/** A new person makes an account and joins. */
export const joinAction = publicAction(
  joinSchema,
  async ({ token, name, password }, { headers, now }) => {
    const userAgent = headers.get("user-agent") ?? "";
    const accepting = { kind: "new", name, passwordHash: await hashPassword(password), userAgent } as const;
    const outcome = await acceptInvitation(sweepScope("invitation"), { tokenHash: tokenHash(token), accepting }, now);
    if (!outcome.ok) return outcome;
    if (outcome.value.sessionId !== undefined) await startSession(outcome.value.sessionId, now);
    redirect("/reclamations");
  },
  { secrets: ["password"] },
);

/** A person who has an account, and is signed in with it, joins one more seller. */
export const acceptAction = viewerAction(acceptSchema, async ({ token }, { viewer, now }) => {
  const accepting = { kind: "existing", userId: viewer.userId } as const;
  const outcome = await acceptInvitation(sweepScope("invitation"), { tokenHash: tokenHash(token), accepting }, now);
  if (!outcome.ok) return outcome;
  await switchSeller(entryScope(), { ...viewer, sellerId: outcome.value.sellerId });
  redirect("/reclamations");
});
