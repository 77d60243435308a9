import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApiKey, revokeApiKey, rotateApiKey, touchApiKey } from "@/db/commands/api-keys";
import { deleteReturnProfile, saveReturnProfile } from "@/db/commands/return-profiles";
import { changeIdentity, changeInvoicing } from "@/db/commands/seller-settings";
import { findApiCaller } from "@/db/queries/api-callers";
import { listApiKeys } from "@/db/queries/api-keys";
import { getSellerSettings, listReturnProfiles } from "@/db/queries/sellers";
import { hashApiKey } from "@/lib/auth/api-key";
import { fromEpochMs, type Instant, toEpochMs } from "@/lib/calendar/instant";
import type { SellerIdentity } from "@/lib/sellers/legal-identity";
import { entryScope } from "@/lib/server/scope";
import { type TestDatabase, testDatabase } from "../../support/test-database";
import { aMember, anOperator, aSeller, NOW } from "./people";

let db: TestDatabase;
beforeAll(() => {
  db = testDatabase();
});
afterAll(() => db.close());

async function anOwner() {
  return aMember(db, (await aSeller(db)).id);
}

const identity: SellerIdentity = {
  status: "individual",
  name: "Ana Petit",
  address: { name: "Ana Petit", line1: "3 rue Neuve", postcode: "69001", city: "Lyon", country: "FR" },
  vatRegime: "franchise",
  siren: "377853536",
};

const profile = {
  name: "Entrepôt",
  address: identity.address,
  means: "prepaid_label",
  withdrawalCostBearer: "customer",
  packing: "Emballage protecteur",
  isDefault: false,
} as const;

describe("settings", () => {
  test("are written with their event", async () => {
    const { scope } = await anOwner();
    expect(await changeIdentity(scope, identity, NOW)).toMatchObject({ ok: true });
    expect((await getSellerSettings(scope)).legalIdentity).toEqual(identity);
    const events = await db.superuser`select type, actor from events where seller_id = ${scope.sellerId}`;
    expect(events).toMatchObject([{ type: "seller_settings_changed", actor: expect.stringMatching(/^member:/) }]);
  });

  test.each(["agent", "viewer", "accountant"] as const)("are not written by the role %s", async (role) => {
    const { scope } = await aMember(db, (await aSeller(db)).id, role);
    expect(await changeIdentity(scope, identity, NOW)).toEqual({ ok: false, reason: "not_allowed" });
    expect(await saveReturnProfile(scope, profile, NOW)).toEqual({ ok: false, reason: "not_allowed" });
    expect(await createApiKey(scope, { label: "ERP", access: "write" }, NOW)).toEqual({
      ok: false,
      reason: "not_allowed",
    });
  });

  test("a series that has drawn a number keeps its prefix, and nothing else is half written", async () => {
    const { scope } = await anOwner();
    const prefixes = { invoicePrefix: "F", creditNotePrefix: "A" };
    await changeInvoicing(scope, { invoicingMode: "issued_here", ...prefixes }, NOW);
    await db.superuser`update invoice_series set last_sequence = 1 where seller_id = ${scope.sellerId} and kind = 'invoice'`;
    const renamed = { invoicingMode: "issued_elsewhere", invoicePrefix: "FA", creditNotePrefix: "AV" } as const;
    expect(await changeInvoicing(scope, renamed, NOW)).toEqual({ ok: false, reason: "series_in_use" });
    expect(await getSellerSettings(scope)).toMatchObject({
      invoicingMode: "issued_here",
      series: [{ prefix: "F" }, { prefix: "A" }],
    });
    expect(await changeInvoicing(scope, { ...renamed, invoicePrefix: undefined }, NOW)).toMatchObject({ ok: true });
    expect(await changeInvoicing(scope, { invoicingMode: "issued_here", creditNotePrefix: "F" }, NOW)).toEqual({
      ok: false,
      reason: "prefix_taken",
    });
  });

  test("the size of the firm, which says whether it may issue to professionals, stays until it is changed", async () => {
    const { scope } = await anOwner();
    expect(await getSellerSettings(scope)).toMatchObject({ companySize: "small" });
    await changeInvoicing(scope, { invoicingMode: "issued_here", companySize: "large_or_mid" }, NOW);
    await changeInvoicing(scope, { invoicingMode: "issued_elsewhere" }, NOW);
    expect(await getSellerSettings(scope)).toMatchObject({ companySize: "large_or_mid" });
  });

  test("the first return profile is the default, and there is one default", async () => {
    const { scope } = await anOwner();
    await saveReturnProfile(scope, profile, NOW);
    await saveReturnProfile(scope, { ...profile, name: "Boutique", isDefault: true }, NOW);
    const [shop, warehouse] = await listReturnProfiles(scope);
    expect([shop, warehouse]).toMatchObject([
      { name: "Boutique", isDefault: true },
      { name: "Entrepôt", isDefault: false },
    ]);
    expect(await deleteReturnProfile(scope, shop?.id ?? "", NOW)).toMatchObject({ reason: "default_profile" });
    expect(await deleteReturnProfile(scope, warehouse?.id ?? "", NOW)).toMatchObject({ ok: true });
    expect(await deleteReturnProfile(scope, shop?.id ?? "", NOW)).toMatchObject({ ok: true });
  });

  test("another seller sees nothing", async () => {
    const [me, them] = [await anOwner(), await anOwner()];
    await saveReturnProfile(them.scope, profile, NOW);
    await createApiKey(them.scope, { label: "ERP", access: "write" }, NOW);
    const [theirProfile] = await listReturnProfiles(them.scope);
    const [theirKey] = await listApiKeys(them.scope, NOW);
    expect(await listReturnProfiles(me.scope)).toEqual([]);
    expect(await listApiKeys(me.scope, NOW)).toEqual([]);
    const stolen = { ...profile, profileId: theirProfile?.id };
    expect(await saveReturnProfile(me.scope, stolen, NOW)).toMatchObject({ reason: "profile_not_found" });
    expect(await deleteReturnProfile(me.scope, theirProfile?.id ?? "", NOW)).toMatchObject({ ok: false });
    expect(await revokeApiKey(me.scope, theirKey?.id ?? "", NOW)).toMatchObject({ reason: "key_not_found" });
  });
});

describe("API keys", () => {
  test("work until they are revoked, and are kept as a hash only", async () => {
    const { scope } = await anOwner();
    const created = await createApiKey(scope, { label: "ERP", access: "write" }, NOW);
    if (!created.ok) throw new Error(created.reason);
    const { key } = created.value;
    expect(await findApiCaller(entryScope(), hashApiKey(key), NOW)).toMatchObject({
      caller: { sellerId: scope.sellerId },
    });
    expect(await db.superuser`select 1 from api_keys where key_hash = ${key} or label = ${key}`).toHaveLength(0);
    const [row] = await listApiKeys(scope, NOW);
    expect(row).toMatchObject({ label: "ERP", lastFour: key.slice(-4) });
    expect(await revokeApiKey(scope, row?.id ?? "", NOW)).toMatchObject({ ok: true });
    expect(await findApiCaller(entryScope(), hashApiKey(key), NOW)).toBeUndefined();
  });

  test("are replaced: the old one works for its hours, the new one has the same rights", async () => {
    const { scope } = await anOwner();
    const created = await createApiKey(scope, { label: "ERP", access: "read" }, NOW);
    if (!created.ok) throw new Error(created.reason);
    const [row] = await listApiKeys(scope, NOW);
    const rotated = await rotateApiKey(scope, { keyId: row?.id ?? "", hours: 24 }, NOW);
    if (!rotated.ok) throw new Error(rotated.reason);
    const found = (key: string, at: Instant) => findApiCaller(entryScope(), hashApiKey(key), at);
    const later = (ms: number) => fromEpochMs(toEpochMs(NOW) + ms);
    expect(await found(rotated.value.key, NOW)).toMatchObject({ caller: { access: "read" }, lastUsedAt: null });
    expect(await found(created.value.key, later(86_399_999))).toBeDefined();
    expect(await found(created.value.key, later(86_400_000))).toBeUndefined();
    expect(await rotateApiKey(scope, { keyId: row?.id ?? "", hours: 24 }, NOW)).toMatchObject({ ok: false });
    await touchApiKey(entryScope(), row?.id ?? "", NOW);
    const rows = await listApiKeys(scope, NOW);
    expect(rows.find(({ id }) => id === row?.id)).toMatchObject({ lastUsedAt: NOW });
    expect(rows).toHaveLength(2);
    const stranger = await anOwner();
    const theirs = rows.find(({ expiresAt }) => expiresAt === null)?.id ?? "";
    expect(await rotateApiKey(stranger.scope, { keyId: theirs, hours: 1 }, NOW)).toMatchObject({
      reason: "key_not_found",
    });
  });

  test("of the operator are made by an admin, and a seller sees none of them", async () => {
    const [admin, auditor, owner] = [await anOperator(db), await anOperator(db, "auditor"), await anOwner()];
    expect(await createApiKey(auditor.scope, { label: "BI", access: "write" }, NOW)).toEqual({
      ok: false,
      reason: "not_allowed",
    });
    const created = await createApiKey(admin.scope, { label: "BI", access: "write" }, NOW);
    if (!created.ok) throw new Error(created.reason);
    expect(await findApiCaller(entryScope(), hashApiKey(created.value.key), NOW)).toMatchObject({
      caller: { role: "admin" },
    });
    const [row] = await listApiKeys(admin.scope, NOW);
    expect(await listApiKeys(owner.scope, NOW)).toEqual([]);
    expect(await revokeApiKey(owner.scope, row?.id ?? "", NOW)).toMatchObject({ reason: "key_not_found" });
  });
});
