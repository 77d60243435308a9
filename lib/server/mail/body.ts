import { LINK_PLACEHOLDER } from "@/lib/notifications/mail-content";
import { withOrderChoices } from "@/lib/notifications/order-choice";
import {
  ACCOUNT_LINK_PLACEHOLDER,
  accountLinkOf,
  LINK_CODE_PLACEHOLDER,
  linkCodeIdOf,
} from "@/lib/notifications/placeholder";
import { linkCodeOf } from "@/lib/server/link-code";
import { accountLinkUrl } from "@/lib/server/mail/account-token";
import { renderLinkPlaceholder } from "@/lib/server/mail/link-placeholder";
import { orderChoiceUrl } from "@/lib/server/order-choice-link";

type Origin = { readonly linkId: string | null; readonly template: string; readonly dedupeKey: string };

/** The body that leaves: each placeholder the mail's own row answers for is replaced by its address. */
export async function bodyToSend(stored: string, { linkId, ...mail }: Origin): Promise<string> {
  if (mail.template === "claim_links") return withOrderChoices(stored, orderChoiceUrl);
  const account = accountLinkOf(mail);
  const codeId = linkCodeIdOf(mail);
  const signed = account
    ? stored.replaceAll(ACCOUNT_LINK_PLACEHOLDER, accountLinkUrl(account.kind, account.id))
    : stored;
  const body = codeId ? signed.replaceAll(LINK_CODE_PLACEHOLDER, linkCodeOf(codeId)) : signed;
  if (linkId === null || !body.includes(LINK_PLACEHOLDER)) return body;
  return body.replaceAll(LINK_PLACEHOLDER, await renderLinkPlaceholder(linkId));
}
