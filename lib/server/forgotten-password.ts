import { after } from "next/server";
import { requestPasswordReset } from "@/db/commands/passwords";
import { countRequest } from "@/db/commands/rate-limits";
import { addressBlock } from "@/lib/auth/address-block";
import { accountLockKey } from "@/lib/auth/lock-out";
import type { Instant } from "@/lib/calendar/instant";
import { clientAddress } from "@/lib/server/client-address";
import { newAccountLink } from "@/lib/server/mail/account-token";
import { entryScope } from "@/lib/server/scope";

const WINDOW_SECONDS = 3_600;
const MAILS_PER_ACCOUNT = 3;
const REQUESTS_PER_BLOCK = 30;

/**
 * Mail a link to choose a new password, after the answer has left: what is told, and how long it takes, is the
 * same whether or not the address has an account, and whether or not it has had its mails of this hour.
 *
 * @returns false when this block of network addresses asks too often
 */
export async function mailPasswordReset(email: string, headers: Pick<Headers, "get">, now: Instant): Promise<boolean> {
  const block = await counted(`reset-block:${addressBlock(clientAddress(headers))}`, REQUESTS_PER_BLOCK, now);
  if (!block) return false;
  after(async () => {
    if (!(await counted(`reset:${accountLockKey(email).key}`, MAILS_PER_ACCOUNT, now))) return;
    await requestPasswordReset(entryScope(), { email, link: newAccountLink("password_reset") }, now);
  });
  return true;
}

async function counted(key: string, limit: number, now: Instant): Promise<boolean> {
  const { allowed } = await countRequest(entryScope(), { key, limit, windowSeconds: WINDOW_SECONDS }, now);
  return allowed;
}
