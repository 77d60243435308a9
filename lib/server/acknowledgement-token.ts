import { isTokenOfLink, linkIdOfToken, linkToken } from "@/lib/auth/link-token";
import { authSecret } from "@/lib/server/secret";

/** One statement, one acknowledgement: there is nothing to renew. */
const GENERATION = 1;

/** What opens the acknowledgement of a statement of withdrawal, as a PDF; derived, so nothing of it is stored. */
export function acknowledgementToken(submissionId: string): string {
  return linkToken(secret(), { id: submissionId, generation: GENERATION });
}

/** The statement a token opens; undefined when it is not one of ours. */
export function submissionOfToken(token: string): string | undefined {
  const id = linkIdOfToken(token);
  return id && isTokenOfLink(token, secret(), { id, generation: GENERATION }) ? id : undefined;
}

/** Apart from the customer's links, whose tokens have the same shape. */
function secret(): string {
  return `withdrawal-acknowledgement:${authSecret()}`;
}
