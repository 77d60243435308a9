import type { SellerScope } from "@/lib/auth/scope";
import { currentTime } from "../clock";
import { openCustomerLink } from "../customer-link";
import type { UploadVisitor } from "./authorise";

/** Who sends the request being answered: a member through the session, a customer through a link. */
export function uploadVisitor(): UploadVisitor {
  return { seller: noSeller, customer: (token) => openCustomerLink(token, currentTime()) };
}

async function noSeller(): Promise<SellerScope | undefined> {
  return undefined;
}
