import { and, eq, inArray, isNull, lt, ne, notInArray, or, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { eraseOrder } from "@/db/commands/erase-order";
import { appendEvent } from "@/db/commands/journal";
import { claims } from "@/db/schema/claims";
import { imports } from "@/db/schema/imports";
import { submissions } from "@/db/schema/links";
import { mails } from "@/db/schema/mails";
import { orders } from "@/db/schema/orders";
import { passwordResets, sessions, signInFailures } from "@/db/schema/users";
import { type Transaction, withScope } from "@/db/scope";
import type { AdminScope, JobScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { PurgedKind } from "@/lib/compliance/retention";

type Sweep = Extract<JobScope, { readonly kind: "sweep" }>;
/** Orders erased in one transaction each: what is done when the night is over stays done. */
const ORDERS_AT_ONCE = 200;

/** How many rows of a kind have had their time. Writes nothing. */
export async function countPurgeable(scope: Sweep | AdminScope, kind: PurgedKind, before: Instant): Promise<number> {
  return withScope(scope, async (tx) => {
    const counts = await Promise.all(
      rowsOf(kind, before).map(async ({ table, where }) => {
        const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(table).where(where);
        return row?.count ?? 0;
      }),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  });
}

/**
 * Take away what has had its time: orders and claims lose what identifies their customer, the rest its rows or its
 * contents.
 *
 * @returns how many rows, and the stored files that nothing names any more
 */
export async function purgeKind(scope: Sweep, kind: PurgedKind, before: Instant, now: Instant) {
  if (kind === "closed_claim" || kind === "order_without_claim") return purgeOrders(scope, kind, before, now);
  return withScope(scope, async (tx) => {
    let count = 0;
    for (const { table, where } of rowsOf(kind, before)) count += await removed(tx, kind, table, where);
    return { count, files: [] as const };
  });
}

/** One event says what a night took away. */
export async function recordPurge(scope: Sweep, counts: Readonly<Record<string, number>>, now: Instant): Promise<void> {
  const stream = { kind: "marketplace" } as const;
  await withScope(scope, (tx) =>
    appendEvent(tx, { stream, actor: scope.actor, at: now, type: "data_purged", payload: { ...counts } }),
  );
}

async function purgeOrders(scope: Sweep, kind: PurgedKind, before: Instant, now: Instant) {
  const files: string[] = [];
  let count = 0;
  for (;;) {
    const found = await withScope(scope, (tx) =>
      tx
        .select({ sellerId: orders.sellerId, orderId: orders.id })
        .from(orders)
        .where(rowsOf(kind, before)[0]?.where)
        .limit(ORDERS_AT_ONCE),
    );
    for (const order of found) {
      const erasure = { ...order, actor: scope.actor, now, ground: `retention:${kind}` };
      files.push(...(await withScope(scope, (tx) => eraseOrder(tx, erasure))));
      count += 1;
    }
    if (found.length < ORDERS_AT_ONCE) return { count, files };
  }
}

async function removed(tx: Transaction, kind: PurgedKind, table: PgTable, where: SQL | undefined): Promise<number> {
  if (kind === "submission") {
    return (await tx.update(submissions).set({ identity: {}, message: "Effacé", intake: [] }).where(where)).count;
  }
  if (kind === "imported_file") {
    const emptied = { content: new Uint8Array(), fileName: "Effacé", problems: [] };
    return (await tx.update(imports).set(emptied).where(where)).count;
  }
  return (await tx.delete(table).where(where)).count;
}

type Rows = { readonly table: PgTable; readonly where: SQL | undefined };

function rowsOf(kind: PurgedKind, before: Instant): readonly Rows[] {
  const ofOrder = and(eq(claims.sellerId, orders.sellerId), eq(claims.orderId, orders.id));
  switch (kind) {
    case "closed_claim": {
      const recent = sql`exists (select 1 from ${claims} where ${ofOrder} and ${or(isNull(claims.closedAt), sql`${claims.closedAt} >= ${before}`)})`;
      const some = sql`exists (select 1 from ${claims} where ${ofOrder})`;
      return [{ table: orders, where: and(isNull(orders.erasedAt), some, sql`not ${recent}`) }];
    }
    case "order_without_claim": {
      const none = sql`not exists (select 1 from ${claims} where ${ofOrder})`;
      return [{ table: orders, where: and(isNull(orders.erasedAt), lt(orders.placedAt, before), none) }];
    }
    case "submission": {
      const settled = and(ne(submissions.status, "waiting"), lt(submissions.submittedAt, before));
      return [{ table: submissions, where: and(settled, sql`${submissions.identity} <> '{}'::jsonb`) }];
    }
    case "imported_file": {
      const ended = inArray(imports.status, ["done", "failed", "previewed"]);
      const kept = sql`octet_length(${imports.content}) > 0`;
      return [{ table: imports, where: and(ended, lt(imports.createdAt, before), kept) }];
    }
    case "mail":
      return [{ table: mails, where: and(lt(mails.createdAt, before), notInArray(mails.status, ["queued"])) }];
    case "security_log":
      return [
        { table: sessions, where: lt(sql`coalesce(${sessions.revokedAt}, ${sessions.expiresAt})`, before) },
        { table: passwordResets, where: lt(passwordResets.expiresAt, before) },
        { table: signInFailures, where: lt(signInFailures.firstFailedAt, before) },
      ];
  }
}
