import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inviteOwner } from "@/db/commands/invitations";
import { changeMarketplace } from "@/db/commands/marketplace";
import { changeSeller, createSeller } from "@/db/commands/sellers";
import { createOperatorUser } from "@/db/commands/users";
import { listMails } from "@/db/queries/mails";
import { findMarketplace } from "@/db/queries/marketplace";
import { findSeller, listSellers } from "@/db/queries/sellers";
import { zoneId } from "@/lib/calendar/zone";
import { newAccountLink } from "@/lib/server/mail/account-token";
import { entryScope, sweepScope } from "@/lib/server/scope";
import { type TestDatabase, testDatabase } from "../../support/test-database";
import { anOperator, NOW } from "./people";

let db: TestDatabase;
beforeAll(() => {
  db = testDatabase();
});
afterAll(() => db.close());

function owner(userId: string, email: string) {
  const inviter = { userId, name: "Alix Martin", locale: "fr", zone: "Europe/Paris" };
  return { email, link: newAccountLink("member_invited"), inviter };
}

const marketplace = {
  name: "Le Marché",
  legalName: "Le Marché SAS",
  postalAddress: "1 place du Marché, 75001 Paris",
  contactEmail: "contact@marche.example",
  calendar: "FR",
  zone: zoneId("Europe/Paris"),
  mediator: null,
} as const;

describe("an admin", () => {
  test("creates a seller with two series of numbers and invites its first owner", async () => {
    const admin = await anOperator(db);
    const created = await createSeller(
      admin.scope,
      { name: "Atelier du Lin", slug: "atelier-du-lin", owner: owner(admin.id, "lea@exemple.fr") },
      NOW,
    );
    if (!created.ok) throw new Error(created.reason);
    const { sellerId } = created.value;
    expect(await findSeller(admin.scope, sellerId)).toMatchObject({ status: "invited", slug: "atelier-du-lin" });
    expect(await listSellers(admin.scope, { q: "LIN" })).toMatchObject([{ id: sellerId, members: 0 }]);
    expect(await listSellers(admin.scope, { q: "%" })).toEqual([]);
    const series =
      await db.superuser`select kind, prefix from invoice_series where seller_id = ${sellerId} order by kind`;
    expect(series).toMatchObject([
      { kind: "invoice", prefix: "F" },
      { kind: "credit_note", prefix: "A" },
    ]);
    expect(await listMails(admin.scope, {})).toMatchObject([
      { template: "member_invited", recipient: "lea@exemple.fr" },
    ]);
    const events = await db.superuser`select type from events where stream_id = ${sellerId} order by seq`;
    expect(events.map(({ type }) => type)).toEqual(["seller_created", "member_invited"]);
  });

  test("is told when an identifier is taken", async () => {
    const admin = await anOperator(db);
    const seller = { name: "Doublon", slug: "doublon" };
    await createSeller(admin.scope, { ...seller, owner: owner(admin.id, "a@exemple.fr") }, NOW);
    expect(await createSeller(admin.scope, { ...seller, owner: owner(admin.id, "b@exemple.fr") }, NOW)).toMatchObject({
      reason: "slug_taken",
    });
  });

  test("suspends a seller, which never becomes a newcomer again", async () => {
    const admin = await anOperator(db);
    const seller = { name: "Suspendu", slug: "suspendu", owner: owner(admin.id, "c@exemple.fr") };
    const created = await createSeller(admin.scope, seller, NOW);
    if (!created.ok) throw new Error(created.reason);
    const change = { sellerId: created.value.sellerId, name: "Suspendu" };
    expect(await changeSeller(admin.scope, { ...change, status: "suspended" }, NOW)).toMatchObject({ ok: true });
    expect(await changeSeller(admin.scope, { ...change, status: "invited" }, NOW)).toMatchObject({
      reason: "not_back_to_invited",
    });
  });

  test("writes the marketplace's identity", async () => {
    const admin = await anOperator(db);
    expect(await changeMarketplace(admin.scope, marketplace, NOW)).toMatchObject({ ok: true });
    expect(await findMarketplace(entryScope())).toMatchObject({ name: "Le Marché", calendar: "FR" });
  });
});

test("an auditor writes nothing", async () => {
  const auditor = await anOperator(db, "auditor");
  const refusal = { ok: false, reason: "not_allowed" };
  const invitation = owner(auditor.id, "d@exemple.fr");
  expect(await createSeller(auditor.scope, { name: "X", slug: "xx", owner: invitation }, NOW)).toEqual(refusal);
  expect(await inviteOwner(auditor.scope, auditor.id, invitation, NOW)).toEqual(refusal);
  expect(await changeMarketplace(auditor.scope, marketplace, NOW)).toEqual(refusal);
});

test("the first admin is made from the command line, once per address", async () => {
  const user = { email: "alix@exemple.fr", name: "Alix Martin", passwordHash: "hash", operatorRole: "admin" } as const;
  expect(await createOperatorUser(sweepScope("admin_create"), user, NOW)).toMatchObject({ ok: true });
  expect(await createOperatorUser(sweepScope("admin_create"), user, NOW)).toMatchObject({ reason: "email_taken" });
});
