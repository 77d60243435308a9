import { LINK_PLACEHOLDER, type MailTemplate } from "@/lib/notifications/mail-content";
import { withOrderChoices } from "@/lib/notifications/order-choice";

/** Stands in the stored body where the address of an invitation or of a password reset goes. */
export const ACCOUNT_LINK_PLACEHOLDER = "{{account_link}}";

/** Stands in the stored body where the six digits go that confirm a customer's choice. */
export const LINK_CODE_PLACEHOLDER = "{{link_code}}";

/** The dedupe key of the mail that carries a code; it names the row the code is derived from. */
export function linkCodeMailKey(codeId: string): string {
  return `link_code:${codeId}`;
}

/** The code a mail carries, read from its template and key alone. */
export function linkCodeIdOf(mail: { readonly template: string; readonly dedupeKey: string }): string | undefined {
  if (mail.template !== "link_code" || !mail.dedupeKey.startsWith("link_code:")) return undefined;
  return mail.dedupeKey.slice("link_code:".length);
}

export const ACCOUNT_LINK_KINDS = ["member_invited", "password_reset"] as const satisfies readonly MailTemplate[];
export type AccountLinkKind = (typeof ACCOUNT_LINK_KINDS)[number];

/** The dedupe key of the mail that carries an account link; it names the row the link is derived from. */
export function accountMailKey(kind: AccountLinkKind, id: string): string {
  return `${kind}:${id}`;
}

/** The account link a mail carries, read from its template and key alone, never from what a body holds. */
export function accountLinkOf(mail: {
  readonly template: string;
  readonly dedupeKey: string;
}): { readonly kind: AccountLinkKind; readonly id: string } | undefined {
  const kind = ACCOUNT_LINK_KINDS.find((known) => known === mail.template);
  if (kind === undefined || !mail.dedupeKey.startsWith(`${kind}:`)) return undefined;
  return { kind, id: mail.dedupeKey.slice(kind.length + 1) };
}

/**
 * Text from outside, made unable to hold a placeholder: otherwise whoever types one into a message chooses
 * where a secret address is written.
 */
export function withoutPlaceholders(text: string): string {
  return text.replaceAll("{{", "{ {");
}

/** The body as a person other than its recipient may read it. */
export function withMaskedLinks(body: string, mask: string): string {
  const unnamed = withOrderChoices(body, () => mask);
  return [LINK_PLACEHOLDER, ACCOUNT_LINK_PLACEHOLDER, LINK_CODE_PLACEHOLDER].reduce(
    (masked, placeholder) => masked.replaceAll(placeholder, mask),
    unnamed,
  );
}
