import { currentTime } from "../clock";
import { openCustomerLink } from "../customer-link";
import { currentViewer, sellerScopeOf } from "../session";
import type { UploadVisitor } from "./authorise";

/**
 * Who sends the request being answered: a member through the session, a customer through a link.
 *
 * The session is read here, in the request's own turn, and only carried from here on.
 */
export async function uploadVisitor(): Promise<UploadVisitor> {
  const viewer = await currentViewer();
  const seller = viewer && sellerScopeOf(viewer);
  return { seller: async () => seller, customer: (token) => openCustomerLink(token, currentTime()) };
}
