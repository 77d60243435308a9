import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inviteMember, revokeInvitation } from "@/db/commands/invitations";
import { requestPasswordReset } from "@/db/commands/passwords";
import { instant } from "@/lib/calendar/instant";
import { deadEndOf } from "@/lib/server/dead-address";
import { accountToken, newAccountLink } from "@/lib/server/mail/account-token";
import { entryScope } from "@/lib/server/scope";
import { type TestDatabase, testDatabase } from "../../support/test-database";
import { aMember, aSeller, aUser, NOW } from "./people";

let db: TestDatabase;
beforeAll(() => {
  db = testDatabase();
});
afterAll(() => db.close());

describe("an address whose secret opens nothing leads to no page", () => {
  test("an invitation, once taken back", async () => {
    const owner = await aMember(db, (await aSeller(db)).id);
    const link = newAccountLink("member_invited");
    const inviter = { userId: owner.id, name: "Camille Roy", locale: "fr", zone: "Europe/Paris" };
    await inviteMember(owner.scope, { email: "zoe@exemple.fr", role: "agent", link, inviter }, NOW);
    const path = `/invitation/${accountToken("member_invited", link.id)}`;
    expect(await deadEndOf(path, NOW)).toBeUndefined();
    await revokeInvitation(owner.scope, link.id, NOW);
    expect(await deadEndOf(path, NOW)).toBe("/invitation");
  });

  test("a new password, after its hour", async () => {
    const { email } = await aUser(db);
    const link = newAccountLink("password_reset");
    await requestPasswordReset(entryScope(), { email, link }, NOW);
    const path = `/reinitialiser/${accountToken("password_reset", link.id)}`;
    expect(await deadEndOf(path, NOW)).toBeUndefined();
    expect(await deadEndOf(path, instant("2026-11-24T09:00:00Z"))).toBe("/reinitialiser");
  });

  test.each([
    { path: "/invitation/x", end: "/invitation" },
    { path: "/reinitialiser/x", end: "/reinitialiser" },
    { path: "/suivi/x/fichiers/y", end: "/suivi" },
    { path: "/reclamation/commande/x/y", end: "/reclamation/commande" },
    { path: "/reclamation/envoyee", end: undefined },
    { path: "/invitation", end: undefined },
    { path: "/constructor/x", end: undefined },
    { path: "/reclamations/x", end: undefined },
  ])("$path", async ({ path, end }) => {
    expect(await deadEndOf(path, NOW)).toBe(end);
  });
});
