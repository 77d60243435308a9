import { uuidv7 } from "uuidv7";
import type { MemberRole, OperatorRole } from "@/lib/auth/role";
import { instant } from "@/lib/calendar/instant";
import { hashPassword } from "@/lib/server/password";
import { adminScope, sellerScope } from "@/lib/server/scope";
import type { TestDatabase } from "../../support/test-database";

export const NOW = instant("2026-11-23T09:00:00Z");
export const PASSWORD = "une phrase assez longue";

let storedHash: Promise<string> | undefined;

/** A person with the password above. */
export async function aUser(db: TestDatabase, options: { email?: string; operatorRole?: OperatorRole } = {}) {
  const id = uuidv7();
  const email = options.email ?? `${id}@exemple.fr`;
  storedHash ??= hashPassword(PASSWORD);
  await db.superuser`insert into users (id, email, name, password_hash, operator_role, created_at)
    values (${id}, ${email}, 'Camille Roy', ${await storedHash}, ${options.operatorRole ?? null}, ${NOW})`;
  return { id, email };
}

export async function aSeller(db: TestDatabase, name = "Atelier du Lin") {
  const id = uuidv7();
  await db.superuser`insert into sellers (id, slug, name, created_at, updated_at)
    values (${id}, ${`s-${id}`}, ${name}, ${NOW}, ${NOW})`;
  return { id };
}

export async function aMember(db: TestDatabase, sellerId: string, role: MemberRole = "owner") {
  const user = await aUser(db);
  await join(db, sellerId, user.id, role);
  return { ...user, scope: sellerScope({ sellerId, role, actor: { kind: "member", userId: user.id } }) };
}

export async function join(db: TestDatabase, sellerId: string, userId: string, role: MemberRole) {
  await db.superuser`insert into memberships (seller_id, user_id, role, created_at)
    values (${sellerId}, ${userId}, ${role}, ${NOW})`;
}

export async function anOperator(db: TestDatabase, role: OperatorRole = "admin") {
  const user = await aUser(db, { operatorRole: role });
  return { ...user, scope: adminScope({ role, actor: { kind: "operator", userId: user.id } }) };
}
