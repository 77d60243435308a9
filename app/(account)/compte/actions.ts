"use server";
import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import { changeNoticeChoices } from "@/db/commands/notice-choices";
import { changePassword } from "@/db/commands/passwords";
import { revokeSession } from "@/db/commands/sessions";
import { countSignInTry } from "@/db/commands/sign-in";
import { changeProfile } from "@/db/commands/users";
import { findPasswordHash } from "@/db/queries/users";
import { accountLockKey } from "@/lib/auth/lock-out";
import { changePasswordSchema, profileSchema, revokeSessionSchema } from "@/lib/auth/schema";
import { LOCALE_COOKIE } from "@/lib/i18n/locale";
import { noticeChoicesSchema } from "@/lib/notifications/schema";
import { accepted, refused } from "@/lib/outcome";
import { hashPassword, isPasswordOf } from "@/lib/server/password";
import { entryScope } from "@/lib/server/scope";
import { sellerAction } from "@/lib/server/seller-action";
import { viewerAction } from "@/lib/server/viewer-action";

export const changeProfileAction = viewerAction(profileSchema, async (profile, { viewer, now }) => {
  const outcome = await changeProfile(entryScope(), viewer.userId, profile, now);
  if (!outcome.ok) return outcome;
  const lifetime = { path: "/", sameSite: "lax", httpOnly: true, maxAge: 31_536_000 } as const;
  (await cookies()).set(LOCALE_COOKIE, profile.locale, lifetime);
  revalidatePath("/compte", "layout");
  return outcome;
});

/** The current password is asked again, and guessing it is counted: an unattended screen must not be enough. */
export const changePasswordAction = viewerAction(
  changePasswordSchema,
  async ({ currentPassword, password }, { viewer, now }) => {
    const counted = await countSignInTry(entryScope(), [accountLockKey(viewer.email)], now);
    if (!counted.ok) return counted;
    const stored = await findPasswordHash(entryScope(), viewer.userId);
    if (!(await isPasswordOf(stored, currentPassword))) {
      return refused("invalid", { currentPassword: ["wrong_password"] });
    }
    await changePassword(entryScope(), { ...viewer, passwordHash: await hashPassword(password) }, now);
    revalidatePath("/compte");
    return accepted(null);
  },
  { secrets: ["currentPassword", "password"] },
);

export const revokeSessionAction = viewerAction(revokeSessionSchema, async ({ sessionId }, { viewer, now }) => {
  const outcome = await revokeSession(entryScope(), { userId: viewer.userId, sessionId }, now);
  revalidatePath("/compte");
  return outcome;
});

export const changeNoticesAction = sellerAction(noticeChoicesSchema, async (choices, { scope, now }) => {
  const outcome = await changeNoticeChoices(scope, choices, now);
  revalidatePath("/compte");
  return outcome;
});
