import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fromEpochMs, toEpochMs } from "@/lib/calendar/instant";
import { signIn } from "@/lib/server/sign-in";
import { type TestDatabase, testDatabase } from "../../support/test-database";
import { aUser, NOW, PASSWORD } from "./people";

let db: TestDatabase;
beforeAll(() => {
  db = testDatabase();
});
afterAll(() => db.close());

function from(address: string) {
  return new Headers({ "x-peer-address": address, "user-agent": "Firefox" });
}

function minutesLater(minutes: number) {
  return fromEpochMs(toEpochMs(NOW) + minutes * 60_000);
}

const wrong = "ce n’est pas le bon";

describe("signIn", () => {
  test("opens a session of thirty days", async () => {
    const user = await aUser(db);
    const outcome = await signIn({ email: user.email, password: PASSWORD }, from("192.0.2.1"), NOW);
    expect(outcome).toMatchObject({ ok: true, value: { userId: user.id } });
    const rows = await db.superuser`select user_agent, expires_at from sessions where user_id = ${user.id}`;
    expect(rows).toEqual([{ user_agent: "Firefox", expires_at: new Date("2026-12-23T09:00:00Z") }]);
  });

  test("answers alike to a wrong password, an unknown address and a disabled account", async () => {
    const known = await aUser(db);
    const disabled = await aUser(db);
    await db.superuser`update users set disabled_at = ${NOW} where id = ${disabled.id}`;
    const answers = await Promise.all([
      signIn({ email: known.email, password: wrong }, from("192.0.2.2"), NOW),
      signIn({ email: "personne@exemple.fr", password: wrong }, from("192.0.2.2"), NOW),
      signIn({ email: disabled.email, password: PASSWORD }, from("192.0.2.2"), NOW),
    ]);
    expect(answers).toEqual(Array(3).fill({ ok: false, reason: "wrong_credentials" }));
  });

  test.each([{ who: "a known address" }, { who: "an unknown address" }])(
    "locks $who after five failures",
    async ({ who }) => {
      const email = who === "a known address" ? (await aUser(db)).email : "inconnue@exemple.fr";
      const attempt = (password: string, now = NOW) => signIn({ email, password }, from("192.0.2.3"), now);
      for (let failure = 0; failure < 5; failure++) {
        expect(await attempt(wrong)).toMatchObject({ reason: "wrong_credentials" });
      }
      expect(await attempt(PASSWORD)).toMatchObject({ reason: "locked" });
      expect(await attempt(wrong, minutesLater(1))).toMatchObject({ reason: "wrong_credentials" });
      expect(await attempt(wrong, minutesLater(2))).toMatchObject({ reason: "locked" });
      expect(await attempt(wrong, minutesLater(3))).toMatchObject({ reason: "wrong_credentials" });
    },
  );

  test("the right password after the wait forgets the failures", async () => {
    const { email } = await aUser(db);
    for (let failure = 0; failure < 5; failure++) {
      await signIn({ email, password: wrong }, from("192.0.2.4"), NOW);
    }
    expect(await signIn({ email, password: PASSWORD }, from("192.0.2.4"), minutesLater(1))).toMatchObject({ ok: true });
    expect(await signIn({ email, password: wrong }, from("192.0.2.4"), minutesLater(1))).toMatchObject({
      reason: "wrong_credentials",
    });
  });

  test("of many tries at the same instant no more than five look at the password", async () => {
    const { email } = await aUser(db);
    const tries = await Promise.all(
      Array.from({ length: 12 }, () => signIn({ email, password: wrong }, from("192.0.2.5"), NOW)),
    );
    expect(tries.filter((outcome) => !outcome.ok && outcome.reason === "wrong_credentials")).toHaveLength(5);
  });

  test("one block of addresses is locked after forty failures, whatever the accounts", async () => {
    for (let failure = 0; failure < 40; failure++) {
      await signIn({ email: `essai-${failure}@exemple.fr`, password: wrong }, from("198.51.100.7"), NOW);
    }
    const { email } = await aUser(db);
    expect(await signIn({ email, password: PASSWORD }, from("198.51.100.200"), NOW)).toMatchObject({
      reason: "locked",
    });
    expect(await signIn({ email, password: PASSWORD }, from("198.51.101.200"), NOW)).toMatchObject({ ok: true });
  });
});
