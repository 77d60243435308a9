import { findOpenInvitation, isOpenPasswordReset } from "@/db/queries/users";
import type { Instant } from "@/lib/calendar/instant";
import { openCustomerLink } from "@/lib/server/customer-link";
import { tokenHash } from "@/lib/server/mail/account-token";
import { entryScope } from "@/lib/server/scope";

type Door = (token: string, now: Instant) => Promise<boolean>;

/** Pages whose address holds a secret that may have ended, by the first part of the path. */
const DOORS: Readonly<Record<string, Door>> = {
  suivi: async (token, now) => (await openCustomerLink(token, now)) !== undefined,
  invitation: async (token, now) => (await findOpenInvitation(entryScope(), tokenHash(token), now)) !== undefined,
  reinitialiser: (token, now) => isOpenPasswordReset(entryScope(), tokenHash(token), now),
};

/**
 * Where an address leads whose secret opens nothing: to a path of no page, so that the answer is `app/not-found.tsx`.
 * Undefined for every other address.
 */
export async function deadEndOf(path: string, now: Instant): Promise<string | undefined> {
  const [, place = "", token] = /^\/([^/]+)\/([^/]+)/.exec(path) ?? [];
  if (token === undefined || !Object.hasOwn(DOORS, place)) return undefined;
  return (await DOORS[place]?.(token, now)) ? undefined : `/${place}`;
}
