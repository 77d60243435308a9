import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/auth/scope";
import { database } from "./client";

export type Transaction = Parameters<Parameters<ReturnType<typeof database>["transaction"]>[0]>[0];

/**
 * Run queries as the application role, inside one transaction that carries the scope.
 *
 * Row-level security reads the settings made here: a query that forgets its `where` still sees nothing of
 * another seller. An auditor's transaction, and that of an operator who looks at the product as a seller, is
 * read-only, whatever the code tries.
 */
export async function withScope<Result>(scope: Scope, run: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return database().transaction((tx) => runInScope(tx, scope, run));
}

/** The same over one instant of the database: what is read first and what is read last belong together. */
export async function withSnapshot<Result>(scope: Scope, run: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return database().transaction((tx) => runInScope(tx, scope, run), { isolationLevel: "repeatable read" });
}

async function runInScope<Result>(
  tx: Transaction,
  scope: Scope,
  run: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const { sellerId, orderId, orderNumber, access } = settingsOf(scope);
  await tx.execute(sql`select
    set_config('app.scope', ${scope.kind}, true),
    set_config('app.seller_id', ${sellerId}, true),
    set_config('app.order_id', ${orderId}, true),
    set_config('app.order_number', ${orderNumber}, true),
    set_config('role', 'espace_app', true),
    set_config('transaction_read_only', ${access}, true)`);
  return run(tx);
}

function settingsOf(scope: Scope) {
  return {
    sellerId: "sellerId" in scope ? scope.sellerId : "",
    orderId: scope.kind === "customer" ? scope.orderId : "",
    orderNumber: scope.kind === "entry" ? (scope.orderNumber ?? "") : "",
    access: isReadOnly(scope) ? "on" : "off",
  };
}

function isReadOnly(scope: Scope): boolean {
  if (scope.kind === "seller") return scope.isLook === true;
  return scope.kind === "admin" && scope.role === "auditor";
}
