import { type LetterFacts, printLetterLink, recordLetterCodeUsed } from "@/db/commands/letter-links";
import type { LinkRefusal } from "@/db/commands/staff-links";
import { findLinkOfLetter } from "@/db/queries/links";
import { letterCode, letterCodeHash, printedCode, typedCode } from "@/lib/auth/letter-code";
import { linkToken } from "@/lib/auth/link-token";
import type { AdminScope } from "@/lib/auth/scope";
import { type Instant, toDate } from "@/lib/calendar/instant";
import { env } from "@/lib/env";
import { localeFrom } from "@/lib/i18n/locale";
import { accepted, type Outcome } from "@/lib/outcome";
import { renderLinkLetterPdf } from "@/lib/server/pdf/link-letter";
import { entryScope, jobScope } from "@/lib/server/scope";
import { authSecret } from "@/lib/server/secret";

/** Where the code of a letter is typed: short enough to be copied from paper. */
const LETTER_PATH = "/lettre";

export type PrintedLetter = { readonly reference: string; readonly pdf: Uint8Array };

/** A letter to the customer with the short address and its code, in the customer's language. */
export async function printLetter(
  scope: AdminScope,
  claim: { readonly claimId: string },
  now: Instant,
): Promise<Outcome<PrintedLetter, LinkRefusal>> {
  const hashOf = (link: LetterFacts["link"]) => letterCodeHash(authSecret(), letterCode(authSecret(), link));
  const printed = await printLetterLink(scope, claim, { now, hashOf });
  if (!printed.ok) return printed;
  const { link, locale, marketplace, ...facts } = printed.value;
  const pdf = await renderLinkLetterPdf({
    ...facts,
    locale: localeFrom(locale),
    marketplace,
    shortAddress: `${env().BASE_URL.replace(/^https?:\/\//, "")}${LETTER_PATH}`,
    code: printedCode(letterCode(authSecret(), link)),
    writtenAt: toDate(now),
  });
  return accepted({ reference: facts.reference, pdf });
}

/** The token a typed code leads to; undefined alike for a wrong, ended or replaced one. */
export async function openLetterCode(text: string, now: Instant): Promise<string | undefined> {
  const code = typedCode(text);
  if (code === undefined) return undefined;
  const link = await findLinkOfLetter(entryScope(), letterCodeHash(authSecret(), code));
  if (!link || link.revokedAt || (link.expiresAt && link.expiresAt <= now)) return undefined;
  if (letterCode(authSecret(), link) !== code) return undefined;
  await recordLetterCodeUsed(jobScope(link.sellerId, { kind: "visitor" }), link, now);
  return linkToken(authSecret(), link);
}
