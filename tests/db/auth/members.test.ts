import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inviteMember, revokeInvitation } from "@/db/commands/invitations";
import { acceptInvitation, changeMemberRole, revokeMember } from "@/db/commands/members";
import { listMembers, listPendingInvitations } from "@/db/queries/memberships";
import { findOpenInvitation } from "@/db/queries/users";
import type { MemberRole } from "@/lib/auth/role";
import type { SellerScope } from "@/lib/auth/scope";
import { instant } from "@/lib/calendar/instant";
import { newAccountLink } from "@/lib/server/mail/account-token";
import { entryScope, sweepScope } from "@/lib/server/scope";
import { type TestDatabase, testDatabase } from "../../support/test-database";
import { aMember, aSeller, aUser, NOW } from "./people";

let db: TestDatabase;
beforeAll(() => {
  db = testDatabase();
});
afterAll(() => db.close());

async function invited(scope: SellerScope, email: string, role: MemberRole = "agent") {
  const link = newAccountLink("member_invited");
  const userId = "userId" in scope.actor ? scope.actor.userId : "";
  const inviter = { userId, name: "Camille Roy", locale: "fr", zone: "Europe/Paris" };
  const outcome = await inviteMember(scope, { email, role, link, inviter }, NOW);
  return { ...link, outcome };
}

function newcomer(name = "Ana Petit") {
  return { kind: "new", name, passwordHash: "hash", userAgent: "Firefox" } as const;
}

function accept(tokenHash: string, accepting: Parameters<typeof acceptInvitation>[1]["accepting"], now = NOW) {
  return acceptInvitation(sweepScope("invitation"), { tokenHash, accepting }, now);
}

describe("an invitation", () => {
  test("makes an account, a membership and a session, once", async () => {
    const seller = await aSeller(db);
    const owner = await aMember(db, seller.id);
    const { tokenHash } = await invited(owner.scope, "ana@exemple.fr");
    const joined = await accept(tokenHash, newcomer());
    expect(joined).toMatchObject({ ok: true, value: { sellerId: seller.id, sessionId: expect.any(String) } });
    expect(await accept(tokenHash, newcomer())).toEqual({ ok: false, reason: "link_not_open" });
    expect((await listMembers(owner.scope, seller.id)).map(({ name, role }) => [name, role])).toEqual([
      ["Camille Roy", "owner"],
      ["Ana Petit", "agent"],
    ]);
    const events = await db.superuser`select type from events where stream_id = ${seller.id} order by seq`;
    expect(events.map(({ type }) => type)).toEqual(["member_invited", "member_joined"]);
  });

  test("is for the invited address only", async () => {
    const owner = await aMember(db, (await aSeller(db)).id);
    const [right, wrong] = [await aUser(db), await aUser(db)];
    const { tokenHash } = await invited(owner.scope, right.email);
    expect(await accept(tokenHash, newcomer())).toMatchObject({ reason: "email_taken" });
    expect(await accept(tokenHash, { kind: "existing", userId: wrong.id })).toMatchObject({ reason: "other_address" });
    expect(await accept(tokenHash, { kind: "existing", userId: right.id })).toMatchObject({ ok: true });
  });

  test("lasts seven days, and less when it is taken back or sent again", async () => {
    const seller = await aSeller(db);
    const owner = await aMember(db, seller.id);
    const first = await invited(owner.scope, "bea@exemple.fr");
    expect(await accept(first.tokenHash, newcomer(), instant("2026-11-30T09:00:00Z"))).toMatchObject({ ok: false });
    const second = await invited(owner.scope, "bea@exemple.fr");
    expect(await findOpenInvitation(entryScope(), first.tokenHash, NOW)).toBeUndefined();
    expect(await revokeInvitation(owner.scope, second.id, NOW)).toMatchObject({ ok: true });
    expect(await accept(second.tokenHash, newcomer())).toMatchObject({ reason: "link_not_open" });
    expect(await listPendingInvitations(owner.scope, seller.id, NOW)).toEqual([]);
  });

  test("is not written for somebody who is there already, nor by a role below owner", async () => {
    const seller = await aSeller(db);
    const owner = await aMember(db, seller.id);
    const agent = await aMember(db, seller.id, "agent");
    expect((await invited(owner.scope, agent.email)).outcome).toMatchObject({ reason: "already_member" });
    expect((await invited(agent.scope, "x@exemple.fr")).outcome).toEqual({ ok: false, reason: "not_allowed" });
  });

  test("makes a seller that waited active", async () => {
    const seller = await aSeller(db);
    await db.superuser`update sellers set status = 'invited' where id = ${seller.id}`;
    const owner = await aMember(db, seller.id);
    const { tokenHash } = await invited(owner.scope, "chloe@exemple.fr", "owner");
    await accept(tokenHash, newcomer());
    expect(await db.superuser`select status from sellers where id = ${seller.id}`).toEqual([{ status: "active" }]);
  });
});

describe("members", () => {
  test("change role and leave; the last owner does neither", async () => {
    const seller = await aSeller(db);
    const owner = await aMember(db, seller.id);
    const agent = await aMember(db, seller.id, "agent");
    expect(await revokeMember(owner.scope, owner.id, NOW)).toEqual({ ok: false, reason: "last_owner" });
    expect(await changeMemberRole(owner.scope, { userId: owner.id, role: "viewer" }, NOW)).toMatchObject({ ok: false });
    expect(await changeMemberRole(owner.scope, { userId: agent.id, role: "owner" }, NOW)).toMatchObject({ ok: true });
    expect(await revokeMember(owner.scope, owner.id, NOW)).toMatchObject({ ok: true });
  });

  test("two owners who remove each other at the same instant leave one", async () => {
    const seller = await aSeller(db);
    const [one, two] = [await aMember(db, seller.id), await aMember(db, seller.id)];
    const outcomes = await Promise.all([revokeMember(one.scope, two.id, NOW), revokeMember(two.scope, one.id, NOW)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test.each(["agent", "viewer", "accountant"] as const)("the role %s changes nobody", async (role) => {
    const seller = await aSeller(db);
    const member = await aMember(db, seller.id, role);
    expect(await revokeMember(member.scope, member.id, NOW)).toEqual({ ok: false, reason: "not_allowed" });
  });

  test("another seller sees nothing", async () => {
    const [mine, theirs] = [await aSeller(db), await aSeller(db)];
    const me = await aMember(db, mine.id);
    const them = await aMember(db, theirs.id);
    const { id } = await invited(them.scope, "dora@exemple.fr");
    expect(await listMembers(me.scope, theirs.id)).toEqual([]);
    expect(await listPendingInvitations(me.scope, theirs.id, NOW)).toEqual([]);
    expect(await revokeInvitation(me.scope, id, NOW)).toEqual({ ok: false, reason: "invitation_not_found" });
    expect(await revokeMember(me.scope, them.id, NOW)).toEqual({ ok: false, reason: "member_not_found" });
  });
});
