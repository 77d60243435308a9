import { uuidv7 } from "uuidv7";
import { type CodeRefusal, sendLinkCode, spendLinkCode } from "@/db/commands/link-codes";
import { linkCode, linkCodeHash } from "@/lib/auth/link-code";
import type { CustomerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { needsCode } from "@/lib/claims/permissions";
import { accepted, type Outcome } from "@/lib/outcome";
import { authSecret } from "@/lib/server/secret";

/**
 * Whether the holder of the link may bind the customer. Through a link that was not mailed to the customer it takes
 * six digits that were: asked without them, they are sent, and nothing is done yet.
 *
 * @param act what the digits confirm, that and nothing else
 */
export async function proveCustomer(
  scope: CustomerScope,
  { code, act }: { readonly code: string; readonly act: string },
  now: Instant,
): Promise<Outcome<"proven" | "code_sent", "code_wrong" | CodeRefusal>> {
  if (!needsCode(scope)) return accepted("proven");
  const digits = code.replace(/\D/g, "");
  if (digits !== "") {
    const typed = { codeHash: linkCodeHash(authSecret(), scope.actor.linkId, digits), act };
    const spent = await spendLinkCode(scope, typed, now);
    return spent.ok ? accepted("proven") : spent;
  }
  const id = uuidv7();
  const codeHash = linkCodeHash(authSecret(), scope.actor.linkId, linkCode(authSecret(), id));
  const sent = await sendLinkCode(scope, { id, codeHash }, now);
  return sent.ok ? accepted("code_sent") : sent;
}

/** The digits a waiting mail carries, written when it leaves. */
export function linkCodeOf(codeId: string): string {
  return linkCode(authSecret(), codeId);
}
