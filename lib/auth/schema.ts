import { z } from "zod";
import { normalizeEmail } from "@/lib/auth/email";
import { KEY_ACCESSES, ROTATION_HOURS } from "@/lib/auth/key-access";
import { PASSWORD_LENGTH } from "@/lib/auth/password-length";
import { MEMBER_ROLES } from "@/lib/auth/role";
import { zoneSchema } from "@/lib/calendar/zone-schema";
import { cleanLine } from "@/lib/messages/clean";

/** The languages of the screens; a domain may not read the list of lib/i18n. */
const LOCALES = ["fr", "en"] as const;

export const emailSchema = z.string().trim().min(1).max(254).pipe(z.email()).transform(normalizeEmail);

/** What is typed to sign in is not judged: an old password may be shorter than the rule of today. */
export const signInSchema = z.object({
  email: emailSchema,
  password: z.string().min(1).max(PASSWORD_LENGTH.most),
  suite: z.string().optional(),
});

const newPassword = z.string().min(PASSWORD_LENGTH.least).max(PASSWORD_LENGTH.most);

export const forgottenPasswordSchema = z.object({ email: emailSchema });

export const resetPasswordSchema = z.object({ token: z.string(), password: newPassword });

const personName = z.string().overwrite(cleanLine).min(1).max(120);

export const joinSchema = z.object({ token: z.string(), name: personName, password: newPassword });
export const acceptSchema = z.object({ token: z.string() });

export const profileSchema = z.object({ name: personName, locale: z.enum(LOCALES), zone: zoneSchema });

export const changePasswordSchema = z.object({
  currentPassword: z.string().min(1).max(PASSWORD_LENGTH.most),
  password: newPassword,
});

export const revokeSessionSchema = z.object({ sessionId: z.uuid() });

export const inviteMemberSchema = z.object({ email: emailSchema, role: z.enum(MEMBER_ROLES) });
export const changeMemberSchema = z.object({ userId: z.uuid(), role: z.enum(MEMBER_ROLES) });
export const revokeMemberSchema = z.object({ userId: z.uuid() });
export const revokeInvitationSchema = z.object({ invitationId: z.uuid() });

export const createApiKeySchema = z.object({
  label: z.string().overwrite(cleanLine).min(1).max(80),
  access: z.enum(KEY_ACCESSES),
});
export const revokeApiKeySchema = z.object({ keyId: z.uuid() });
export const rotateApiKeySchema = z.object({
  keyId: z.uuid(),
  hours: z.coerce.number().pipe(z.literal(ROTATION_HOURS)),
});

export const switchSellerSchema = z.object({ sellerId: z.uuid() });

export const startViewingSchema = z.object({
  sellerId: z.uuid(),
  reason: z.string().overwrite(cleanLine).min(1).max(300),
});
