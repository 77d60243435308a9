import { createHmac, timingSafeEqual } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import type { WithdrawalInput } from "@/lib/claims/schema";
import { authSecret } from "@/lib/server/secret";

/**
 * The number a statement of withdrawal will have, handed out with its review and posted back with its confirmation:
 * a confirmation posted twice is one statement, with one instant and one acknowledgement.
 *
 * It is signed over what was typed, so that nobody names a statement that is not theirs, and corrected words are a
 * statement of their own.
 *
 * @param linkId the customer's link it is made on, none on the public page
 */
export function withdrawalTicket(statement: WithdrawalInput, linkId?: string): string {
  const id = uuidv7();
  return `${id}.${tag(id, statement, linkId)}`;
}

/** The number a ticket gives this statement; undefined when it is not a ticket of ours for these very words. */
export function ticketedId(ticket: unknown, statement: WithdrawalInput, linkId?: string): string | undefined {
  if (typeof ticket !== "string") return undefined;
  const [id = "", given = ""] = ticket.split(".");
  if (!z.uuid().safeParse(id).success) return undefined;
  const expected = Buffer.from(tag(id, statement, linkId));
  const shown = Buffer.from(given);
  return shown.length === expected.length && timingSafeEqual(shown, expected) ? id : undefined;
}

function tag(id: string, { name, orderNumber, email, text }: WithdrawalInput, linkId = ""): string {
  const content = JSON.stringify([id, linkId, name, orderNumber, email, text]);
  return createHmac("sha256", authSecret()).update(`withdrawal-ticket:${content}`).digest("hex");
}
