import { findOpenInvitation, isOpenPasswordReset } from "@/db/queries/users";
import type { Instant } from "@/lib/calendar/instant";
import { openCustomerLink } from "@/lib/server/customer-link";
import { tokenHash } from "@/lib/server/mail/account-token";
import { findOrderChoice } from "@/lib/server/order-choice-link";
import { entryScope } from "@/lib/server/scope";

type Door = {
  /** Its first group is where a dead address leads: a path of no page. What follows are the parts of the secret. */
  readonly path: RegExp;
  readonly isOpen: (secret: readonly string[], now: Instant) => Promise<boolean>;
};

/** Pages whose address holds a secret that may have ended. */
const DOORS: readonly Door[] = [
  {
    path: /^(\/suivi)\/([^/]+)/,
    isOpen: async ([token = ""], now) => (await openCustomerLink(token, now)) !== undefined,
  },
  {
    path: /^(\/reclamation\/commande)\/([^/]+)\/([^/]+)/,
    isOpen: async ([orderId = "", token = ""]) => (await findOrderChoice(orderId, token)) !== undefined,
  },
  {
    path: /^(\/invitation)\/([^/]+)/,
    isOpen: async ([token = ""], now) => (await findOpenInvitation(entryScope(), tokenHash(token), now)) !== undefined,
  },
  {
    path: /^(\/reinitialiser)\/([^/]+)/,
    isOpen: ([token = ""], now) => isOpenPasswordReset(entryScope(), tokenHash(token), now),
  },
];

/**
 * Where an address leads whose secret opens nothing: to a path of no page, so that the answer is `app/not-found.tsx`.
 * Undefined for every other address.
 */
export async function deadEndOf(address: string, now: Instant): Promise<string | undefined> {
  for (const { path, isOpen } of DOORS) {
    const [, deadEnd, ...secret] = path.exec(address) ?? [];
    if (deadEnd !== undefined) return (await isOpen(secret, now)) ? undefined : deadEnd;
  }
  return undefined;
}
