import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changePassword, requestPasswordReset, resetPassword } from "@/db/commands/passwords";
import { findLiveSession } from "@/db/queries/sessions";
import { findPasswordHash, isOpenPasswordReset } from "@/db/queries/users";
import { instant } from "@/lib/calendar/instant";
import { runDueJobs } from "@/lib/server/jobs/runner";
import { accountToken, newAccountLink, tokenHash } from "@/lib/server/mail/account-token";
import { hashPassword, isPasswordOf } from "@/lib/server/password";
import { entryScope } from "@/lib/server/scope";
import { signIn } from "@/lib/server/sign-in";
import { type TestDatabase, testDatabase } from "../../support/test-database";
import { aUser, NOW, PASSWORD } from "./people";

let db: TestDatabase;
beforeAll(() => {
  db = testDatabase();
});
afterAll(() => db.close());

const NEW_PASSWORD = "une autre phrase, plus longue";

async function resetLinkOf(email: string) {
  const link = newAccountLink("password_reset");
  await requestPasswordReset(entryScope(), { email, link }, NOW);
  return link;
}

function attempt(email: string, password: string) {
  return signIn({ email, password }, new Headers({ "x-peer-address": "192.0.2.1" }), NOW);
}

describe("a password reset", () => {
  test("is mailed without its token, which the identifier alone gives back", async () => {
    const user = await aUser(db);
    const { id } = await resetLinkOf(user.email);
    await runDueJobs();
    const [mail] = await db.superuser`select body_text from mails where recipient = ${user.email}`;
    expect(mail).toMatchObject({ body_text: expect.stringContaining("{{account_link}}") });
    expect(await isOpenPasswordReset(entryScope(), tokenHash(accountToken("password_reset", id)), NOW)).toBe(true);
  });

  test("writes nothing for an unknown address", async () => {
    await resetLinkOf("inconnue@exemple.fr");
    expect(await db.superuser`select 1 from mails where recipient = 'inconnue@exemple.fr'`).toHaveLength(0);
  });

  test("works once, within its hour, and ends every session and lock", async () => {
    const user = await aUser(db);
    const open = await attempt(user.email, PASSWORD);
    for (let failure = 0; failure < 5; failure++) await attempt(user.email, "faux");
    const { tokenHash: hash } = await resetLinkOf(user.email);
    const passwordHash = await hashPassword(NEW_PASSWORD);
    const late = await resetPassword(entryScope(), { tokenHash: hash, passwordHash }, instant("2026-11-23T10:00:00Z"));
    expect(late).toEqual({ ok: false, reason: "link_not_open" });
    expect(await resetPassword(entryScope(), { tokenHash: hash, passwordHash }, NOW)).toMatchObject({ ok: true });
    expect(await resetPassword(entryScope(), { tokenHash: hash, passwordHash }, NOW)).toMatchObject({ ok: false });
    if (open.ok) expect(await findLiveSession(entryScope(), open.value.sessionId, NOW)).toBeUndefined();
    expect(await attempt(user.email, NEW_PASSWORD)).toMatchObject({ ok: true });
  });

  test("a second request ends with the first that is used", async () => {
    const user = await aUser(db);
    const [first, second] = [await resetLinkOf(user.email), await resetLinkOf(user.email)];
    const passwordHash = await hashPassword(NEW_PASSWORD);
    await resetPassword(entryScope(), { tokenHash: second.tokenHash, passwordHash }, NOW);
    expect(await isOpenPasswordReset(entryScope(), first.tokenHash, NOW)).toBe(false);
  });
});

test("a changed password keeps this session and ends the others", async () => {
  const user = await aUser(db);
  const [here, elsewhere] = [await attempt(user.email, PASSWORD), await attempt(user.email, PASSWORD)];
  if (!here.ok || !elsewhere.ok) throw new Error("not signed in");
  const change = { userId: user.id, sessionId: here.value.sessionId, passwordHash: await hashPassword(NEW_PASSWORD) };
  await changePassword(entryScope(), change, NOW);
  expect(await findLiveSession(entryScope(), here.value.sessionId, NOW)).toBeDefined();
  expect(await findLiveSession(entryScope(), elsewhere.value.sessionId, NOW)).toBeUndefined();
  expect(await isPasswordOf(await findPasswordHash(entryScope(), user.id), NEW_PASSWORD)).toBe(true);
  const types = await db.superuser`select type from events where actor = ${`member:${user.id}`} order by seq`;
  expect(types.map(({ type }) => type)).toEqual(["session_revoked", "password_changed"]);
});
