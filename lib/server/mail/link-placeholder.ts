import { findCustomerLink } from "@/db/queries/links";
import { customerUrl } from "@/lib/server/customer-link";
import { entryScope } from "@/lib/server/scope";

/** The address of the customer's link a mail's row names, in the generation of the moment the mail leaves. */
export async function renderLinkPlaceholder(linkId: string): Promise<string> {
  const link = await findCustomerLink(entryScope(), linkId);
  if (!link) throw new Error(`A mail names a customer's link that does not exist: ${linkId}`);
  return customerUrl(link);
}
