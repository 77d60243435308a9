import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { queueMail } from "@/db/commands/mails";
import { withScope } from "@/db/scope";
import { instant } from "@/lib/calendar/instant";
import { runDueJobs } from "@/lib/server/jobs/runner";
import { customerScope, entryScope, sellerScope } from "@/lib/server/scope";
import { type TestDatabase, testDatabase } from "../../support/test-database";

const now = instant("2026-11-23T09:00:00Z");
let db: TestDatabase;
beforeAll(() => {
  db = testDatabase();
});
afterAll(() => db.close());

function mail(dedupeKey: string, sellerId?: string) {
  return {
    sellerId,
    dedupeKey,
    template: "claim_received",
    locale: "fr",
    recipient: "Client@Exemple.fr",
    values: { reference: "R-12", orderNumber: "C-{{customer_link}}", seller: "Atelier", dueOn: { day: "2026-11-25" } },
  } as const;
}

describe("queueMail", () => {
  test("a customer's scope, which may read no mail, queues one and its job", async () => {
    const sellerId = uuidv7();
    const scope = customerScope({ sellerId, orderId: uuidv7(), linkId: uuidv7(), audience: "mailed" });
    const isNew = await withScope(scope, (tx) => queueMail(tx, mail("customer:1", sellerId), now));
    expect(isNew).toBe(true);
    const rows = await db.superuser`select status, message_id from mails where dedupe_key = 'customer:1'`;
    expect(rows).toMatchObject([
      { status: "queued", message_id: expect.stringMatching(/^<[0-9a-f-]{36}@localhost>$/) },
    ]);
  });

  test("the same key writes nothing twice", async () => {
    const first = await withScope(entryScope(), (tx) => queueMail(tx, mail("once"), now));
    const second = await withScope(entryScope(), (tx) => queueMail(tx, mail("once"), now));
    expect([first, second]).toEqual([true, false]);
    expect(await db.superuser`select 1 from mails where dedupe_key = 'once'`).toHaveLength(1);
  });

  test("a seller writes no mail in another seller's name", async () => {
    const scope = sellerScope({ sellerId: uuidv7(), role: "owner", actor: { kind: "visitor" } });
    await expect(withScope(scope, (tx) => queueMail(tx, mail("forged", uuidv7()), now))).rejects.toThrow();
  });

  test("without an SMTP server the worker keeps the mail, placeholder and all", async () => {
    await withScope(entryScope(), (tx) => queueMail(tx, mail("kept"), now));
    await runDueJobs();
    const [row] = await db.superuser`select status, attempts, subject, body_text from mails where dedupe_key = 'kept'`;
    expect(row).toMatchObject({ status: "kept", attempts: 0, subject: "Votre réclamation R-12" });
    expect(row).toMatchObject({ body_text: expect.stringContaining("\n{{customer_link}}\n") });
    expect(row).toMatchObject({ body_text: expect.stringContaining("mercredi 25 novembre 2026") });
  });

  test("a placeholder that somebody typed is not one", async () => {
    const [row] = await db.superuser`select body_text from mails where dedupe_key = 'kept'`;
    expect(row).toMatchObject({ body_text: expect.stringContaining("C-{ {customer_link}}") });
  });
});
