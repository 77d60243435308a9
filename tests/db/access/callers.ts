import { uuidv7 } from "uuidv7";
import { sessionCookieName, sessionToken } from "@/lib/server/session-cookie";
import { makeEverything } from "../../support/everything";
import type { TestDatabase } from "../../support/test-database";
import { aSeller, aUser, join } from "../auth/people";

/** Who may knock: nobody, a seller's people, another seller's owner, the operator's, and an admin who looks as a seller. */
export const ROLES = [
  "nobody",
  "viewer",
  "accountant",
  "agent",
  "owner",
  "stranger",
  "auditor",
  "admin",
  "looker",
] as const;
export type Role = (typeof ROLES)[number];

/** The cookies of each role, and what one seller owns. */
export async function makeCallers(db: TestDatabase) {
  const seller = await makeEverything();
  const stranger = await aSeller(db, "Autre maison");
  let lookerId = "";
  const cookies = new Map<Role, string | undefined>([["nobody", undefined]]);
  for (const role of ROLES) {
    if (role === "nobody") continue;
    const isOperator = role === "admin" || role === "auditor" || role === "looker";
    const user = await aUser(db, isOperator ? { operatorRole: role === "auditor" ? "auditor" : "admin" } : {});
    if (role === "stranger") await join(db, stranger.id, user.id, "owner");
    else if (!isOperator) await join(db, seller.id, user.id, role);
    const sessionId = uuidv7();
    await db.superuser`insert into sessions (id, user_id, viewed_seller_id, user_agent, created_at, last_seen_at, expires_at)
      values (${sessionId}, ${user.id}, ${role === "looker" ? seller.id : null}, 'test', now(), now(), now() + interval '1 day')`;
    if (role === "looker") lookerId = user.id;
    cookies.set(role, await sessionToken(sessionId));
  }
  const [claim] = await db.superuser`select id, order_id from claims where seller_id = ${seller.id}`;
  const [order] = await db.superuser`select number from orders where seller_id = ${seller.id}`;
  const [invoice] = await db.superuser`select id from invoices where seller_id = ${seller.id}`;
  const [reply] = await db.superuser`select id from replies where seller_id = ${seller.id}`;
  const [promise] = await db.superuser`select id from commitments where seller_id = ${seller.id}`;
  const [question] = await db.superuser`select id from requalifications where seller_id = ${seller.id}`;
  const params = {
    claimId: String(claim?.id),
    sellerId: seller.id,
    number: String(order?.number),
    invoiceId: String(invoice?.id),
    replyId: String(reply?.id),
    orderId: String(claim?.order_id),
    commitmentId: String(promise?.id),
    requalificationId: String(question?.id),
  };
  return { cookies, params, lookerId };
}

/** The cookie jar of a request, as Next gives it. */
export function cookieJar(token: string | undefined) {
  const own = { name: sessionCookieName(), value: token ?? "" };
  return {
    get: (name: string) => (token !== undefined && name === own.name ? own : undefined),
    getAll: () => (token === undefined ? [] : [own]),
    has: (name: string) => token !== undefined && name === own.name,
    set: () => undefined,
    delete: () => undefined,
  };
}
