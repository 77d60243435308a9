import type { MemberRole, OperatorRole } from "./role";

declare const proven: unique symbol;
/** A scope is proof of who asks. Its types live here; only `lib/server/scope.ts` makes values of them. */
type Proven = { readonly [proven]: true };

/** Who did it, as the journal writes it. */
export type Actor =
  | { readonly kind: "member"; readonly userId: string }
  | { readonly kind: "operator"; readonly userId: string }
  | { readonly kind: "api_key"; readonly keyId: string }
  | { readonly kind: "customer"; readonly linkId: string; readonly audience: LinkAudience }
  | { readonly kind: "visitor" }
  | { readonly kind: "system"; readonly job: string };

/** Whom a link was given to: the customer by mail, the seller's system, or the customer by a letter from the operator. */
export const LINK_AUDIENCES = ["mailed", "api", "letter"] as const;
export type LinkAudience = (typeof LINK_AUDIENCES)[number];

/** One seller's data, for a member or a seller's API key. */
export type SellerScope = Proven & {
  readonly kind: "seller";
  readonly sellerId: string;
  readonly actor: Actor;
  readonly role: MemberRole;
  /** The operator looks at the product as this seller: every transaction is read-only in the database. */
  readonly isLook?: true;
};

/** Every seller's data, for the operator. An auditor's transactions are read-only in the database. */
export type AdminScope = Proven & { readonly kind: "admin"; readonly actor: Actor; readonly role: OperatorRole };

/** One order, through a customer's link. */
export type CustomerScope = Proven & {
  readonly kind: "customer";
  readonly sellerId: string;
  readonly orderId: string;
  readonly actor: Extract<Actor, { kind: "customer" }>;
};

/** The named look-ups that come before any other scope; `orderNumber` opens the orders of that number. */
export type EntryScope = Proven & { readonly kind: "entry"; readonly actor: Actor; readonly orderNumber?: string };

/** The worker: one seller, or a named sweep over all of them. */
export type JobScope = Proven & { readonly actor: Actor } & (
    | { readonly kind: "job"; readonly sellerId: string }
    | { readonly kind: "sweep"; readonly sweep: string }
  );

export type Scope = SellerScope | AdminScope | CustomerScope | EntryScope | JobScope;
/** Scopes that name one seller: what a command on a claim needs. */
export type OneSellerScope = Extract<Scope, { readonly sellerId: string }>;

/** `kind:detail`, the actor column of the journal. */
export function actorText(actor: Actor): string {
  switch (actor.kind) {
    case "member":
    case "operator":
      return `${actor.kind}:${actor.userId}`;
    case "api_key":
      return `api_key:${actor.keyId}`;
    case "customer":
      return `customer:${actor.audience}:${actor.linkId}`;
    case "visitor":
      return "visitor";
    case "system":
      return `system:${actor.job}`;
  }
}

const ACTOR_KINDS = [
  "member",
  "operator",
  "api_key",
  "customer",
  "visitor",
  "system",
] as const satisfies readonly Actor["kind"][];

/** The kind of a journaled actor, which is all a screen says of it. */
export function actorKindOf(text: string): Actor["kind"] {
  const kind = ACTOR_KINDS.find((known) => text === known || text.startsWith(`${known}:`));
  if (!kind) throw new Error(`The journal names an unknown actor: ${text}`);
  return kind;
}
