import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { appendEvent } from "@/db/commands/journal";
import { users } from "@/db/schema/users";
import { type Transaction, withScope } from "@/db/scope";
import type { OperatorRole } from "@/lib/auth/role";
import type { Actor, EntryScope, JobScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { accepted, type Outcome, refused } from "@/lib/outcome";

export type NewUser = {
  /** Normalised. */
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly operatorRole?: OperatorRole | undefined;
  readonly locale?: string | undefined;
  readonly zone?: string | undefined;
};

/** Write a person who has no account yet; refused when the address has one. */
export async function insertUser(
  tx: Transaction,
  user: NewUser,
  actor: Actor | "themselves",
  now: Instant,
): Promise<Outcome<{ readonly userId: string }, "email_taken">> {
  const id = uuidv7();
  const { email, name, operatorRole } = user;
  const inserted = await tx
    .insert(users)
    .values({ ...user, id, createdAt: now })
    .onConflictDoNothing({ target: users.email });
  if (inserted.count === 0) return refused("email_taken", { email: ["email_taken"] });
  await appendEvent(tx, {
    stream: { kind: "marketplace" },
    type: "user_created",
    actor: actor === "themselves" ? { kind: "member", userId: id } : actor,
    at: now,
    payload: { userId: id, email, name, operatorRole: operatorRole ?? null },
  });
  return accepted({ userId: id });
}

/** Make a member of the operator: the first admin from the command line, before there is anyone to ask. */
export async function createOperatorUser(
  scope: JobScope,
  user: NewUser & { readonly operatorRole: OperatorRole },
  now: Instant,
): Promise<Outcome<{ readonly userId: string }, "email_taken">> {
  return withScope(scope, (tx) => insertUser(tx, user, scope.actor, now));
}

export type Profile = { readonly name: string; readonly locale: string; readonly zone: string };

/** One's own name, language and time zone. */
export async function changeProfile(
  scope: EntryScope,
  userId: string,
  profile: Profile,
  now: Instant,
): Promise<Outcome<null, "user_not_found">> {
  return withScope(scope, async (tx) => {
    const { name, locale, zone } = profile;
    const changed = await tx.update(users).set({ name, locale, zone }).where(eq(users.id, userId));
    if (changed.count === 0) return refused("user_not_found");
    await appendEvent(tx, {
      stream: { kind: "marketplace" },
      type: "user_changed",
      actor: { kind: "member", userId },
      at: now,
      payload: { userId, name, locale, zone },
    });
    return accepted(null);
  });
}
