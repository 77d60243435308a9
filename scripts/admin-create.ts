import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { z } from "zod";
import { closeDatabase } from "@/db/client";
import { createOperatorUser } from "@/db/commands/users";
import { PASSWORD_LENGTH } from "@/lib/auth/password-length";
import { OPERATOR_ROLES } from "@/lib/auth/role";
import { emailSchema } from "@/lib/auth/schema";
import { currentTime } from "@/lib/server/clock";
import { hashPassword } from "@/lib/server/password";
import { sweepScope } from "@/lib/server/scope";

/*
 * `npm run admin:create -- --email you@example.fr --name "First Last" [--role auditor]`: makes somebody of the
 * operator, when there is no page yet on which to invite them. The password is read from ADMIN_PASSWORD, where
 * no list of processes shows it; without it one is made and printed once.
 */
const options = z.object({
  email: emailSchema,
  name: z.string().trim().min(1).max(120),
  role: z.enum(OPERATOR_ROLES).default("admin"),
  password: z.string().min(PASSWORD_LENGTH.least).max(PASSWORD_LENGTH.most).optional(),
});

const { values } = parseArgs({
  options: { email: { type: "string" }, name: { type: "string" }, role: { type: "string" } },
});
const parsed = options.safeParse({ ...values, password: process.env.ADMIN_PASSWORD || undefined });

if (parsed.success) await create(parsed.data);
else {
  console.error('Usage: npm run admin:create -- --email you@example.fr --name "First Last" [--role admin|auditor]');
  for (const { path, message } of parsed.error.issues) console.error(`  ${path.join(".")}: ${message}`);
  process.exitCode = 1;
}
await closeDatabase();

async function create({ email, name, role, password: given }: z.output<typeof options>): Promise<void> {
  const password = given ?? randomBytes(15).toString("base64url");
  const user = { email, name, passwordHash: await hashPassword(password), operatorRole: role };
  const outcome = await createOperatorUser(sweepScope("admin_create"), user, currentTime());
  if (!outcome.ok) {
    console.error(`${email} has an account already.`);
    process.exitCode = 1;
    return;
  }
  console.log(`${role} ${email} created.${given ? "" : ` Password, shown once: ${password}`}`);
}
