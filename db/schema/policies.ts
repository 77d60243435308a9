import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { pgPolicy, pgRole } from "drizzle-orm/pg-core";

/** The role every scoped transaction runs as; made by the migrator, owned by nobody. */
export const appRole = pgRole("espace_app").existing();

const scope = sql.raw("current_setting('app.scope', true)");
const scopeSeller = sql.raw("nullif(current_setting('app.seller_id', true), '')::uuid");
const scopeOrder = sql.raw("nullif(current_setting('app.order_id', true), '')::uuid");

/** An operator's user, or a named sweep of the worker: every seller. */
export const operatorScope: SQL = sql`${scope} in ('admin', 'sweep')`;
/** The named look-ups that come before any scope is proven: a key, a link, an address, an order number. */
export const entryScope: SQL = sql`${scope} = 'entry'`;
export const customerScope: SQL = sql`${scope} = 'customer' and seller_id = ${scopeSeller}`;
const sellerScope = sql`${scope} in ('seller', 'job') and seller_id = ${scopeSeller}`;

/** Rows with a `seller_id`: their own seller's members and jobs, and the operator. */
export function sellerRows() {
  const rule = sql`${operatorScope} or (${sellerScope})`;
  return pgPolicy("seller_rows", { to: appRole, for: "all", using: rule, withCheck: rule });
}

/** The seller itself, whose key is the `id`. */
export function ownSellerRow() {
  const rule = sql`${operatorScope} or (${scope} in ('seller', 'job', 'customer') and id = ${scopeSeller})`;
  return pgPolicy("own_seller_row", { to: appRole, for: "all", using: rule, withCheck: rule });
}

/** What a customer's link opens: one order of one seller. */
export function customerRows(condition: SQL) {
  const rule = sql`${customerScope} and ${condition}`;
  return pgPolicy("customer_rows", { to: appRole, for: "all", using: rule, withCheck: rule });
}

export const ofScopedOrder: SQL = sql`order_id = ${scopeOrder}`;
export const isScopedOrder: SQL = sql`id = ${scopeOrder}`;
/** Claims are filtered by their own policy, so the sub-select sees the link's order only. */
export const ofScopedClaim: SQL = sql`claim_id in (select c.id from claims c where c.seller_id = ${scopeSeller} and c.order_id = ${scopeOrder})`;

/** Rows that belong to no seller: the operator and the look-ups, and what `extra` adds. */
export function sharedRows(extra?: SQL) {
  const rule = extra ? sql`${operatorScope} or ${entryScope} or (${extra})` : sql`${operatorScope} or ${entryScope}`;
  return pgPolicy("shared_rows", { to: appRole, for: "all", using: rule, withCheck: rule });
}

/** Read by everyone who has a scope at all, written by the operator. */
export function publicRows() {
  return [
    pgPolicy("public_read", { to: appRole, for: "select", using: sql`${scope} is not null and ${scope} <> ''` }),
    pgPolicy("operator_write", { to: appRole, for: "all", using: operatorScope, withCheck: operatorScope }),
  ];
}

/** Entry look-ups read, never write. */
export function entryReads(condition: SQL) {
  return pgPolicy("entry_reads", { to: appRole, for: "select", using: sql`${entryScope} and ${condition}` });
}

export const anyRow: SQL = sql`true`;

const lookedUpNumber = sql.raw("nullif(current_setting('app.order_number', true), '')");
/** Orders of a number as people type it: whatever its case, spaces and punctuation. */
export const ofLookedUpOrderNumber: SQL = sql`number_key = ${orderNumberKey(lookedUpNumber)}`;

/** What is left of an order number without case, spaces and punctuation; all of it where nothing would be left. */
export function orderNumberKey(number: SQLWrapper): SQL {
  return sql`coalesce(nullif(upper(regexp_replace(${number}, '[^[:alnum:]]', '', 'g')), ''), ${number})`;
}
