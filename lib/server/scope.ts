import type { MemberRole, OperatorRole } from "@/lib/auth/role";
import type {
  Actor,
  AdminScope,
  CustomerScope,
  EntryScope,
  JobScope,
  LinkAudience,
  SellerScope,
} from "@/lib/auth/scope";

/*
 * The only maker of scopes. Each function is called with facts just read from a session, a key, a link or a
 * job, never with what a request claims about itself.
 */

export function sellerScope(facts: {
  readonly sellerId: string;
  readonly role: MemberRole;
  readonly actor: Actor;
  readonly isLook?: true;
}): SellerScope {
  return { kind: "seller", ...facts } as SellerScope;
}

export function adminScope(facts: { readonly role: OperatorRole; readonly actor: Actor }): AdminScope {
  return { kind: "admin", ...facts } as AdminScope;
}

export function customerScope(facts: {
  readonly sellerId: string;
  readonly orderId: string;
  readonly linkId: string;
  readonly audience: LinkAudience;
}): CustomerScope {
  const { linkId, audience, ...order } = facts;
  return { kind: "customer", ...order, actor: { kind: "customer", linkId, audience } } as CustomerScope;
}

/** @param orderNumber opens the orders of that number, of any seller, to reading */
export function entryScope(orderNumber?: string): EntryScope {
  const actor: Actor = { kind: "visitor" };
  return (orderNumber === undefined ? { kind: "entry", actor } : { kind: "entry", actor, orderNumber }) as EntryScope;
}

type SellerJobScope = Extract<JobScope, { readonly kind: "job" }>;

/** One seller's rows, for the worker or for a look-up that has just found whose order it is. */
export function jobScope(sellerId: string, actor: Actor): SellerJobScope {
  return { kind: "job", sellerId, actor } as SellerJobScope;
}

type SweepScope = Extract<JobScope, { readonly kind: "sweep" }>;

/** Every seller's rows, for a named sweep. */
export function sweepScope(sweep: string): SweepScope {
  return { kind: "sweep", sweep, actor: { kind: "system", job: sweep } } as SweepScope;
}
