import type { ClaimPage } from "@/db/queries/claim-page";
import type { ReturnProfile as StoredProfile } from "@/db/queries/sellers";
import { type Locale, localeFrom } from "@/lib/i18n/locale";
import { MESSAGES } from "@/lib/i18n/messages";
import { countryName } from "@/lib/orders/country-name";
import type { ReplyFields } from "@/lib/replies/field";
import { type ReplyFormValues, replyFormValues } from "@/lib/replies/form-values";
import { type PrefillSources, prefill } from "@/lib/replies/prefill";
import type { ReplyInput } from "@/lib/replies/schema";
import type { Solution } from "@/lib/replies/solution";
import { SOLUTION_FIELDS } from "@/lib/replies/solution-fields";
import { deliveryZone } from "../delivery-zone";

type Written = { readonly from: "draft" | "undone"; readonly content: ReplyInput };

/** What was being written: a draft, or the answer just taken back. */
export function writtenBefore(page: ClaimPage): Written | undefined {
  if (page.draft) return { from: "draft", content: page.draft.content };
  const last = page.replies.at(-1);
  return last?.status === "undone" ? { from: "undone", content: last.content } : undefined;
}

type Sources = {
  readonly profile: StoredProfile | undefined;
  readonly solutions: readonly Solution[];
  readonly locale: Locale;
};

/** First values of every solution's form; what was written before replaces what would be proposed. */
export function firstValues(
  page: ClaimPage,
  { profile, solutions, locale }: Sources,
): Partial<Record<Solution, ReplyFormValues>> {
  const sources = prefillSources(page, profile);
  const reading = { zone: deliveryZone(page.order.order), decimal: locale === "fr" ? "," : "." } as const;
  const written = writtenBefore(page)?.content;
  return Object.fromEntries(
    solutions.map((solution) => {
      if (written?.solution !== solution) {
        return [solution, replyFormValues({ ...prefill(solution, sources), ...known(solution, page) }, reading)];
      }
      const { solution: _, ...fields } = written;
      return [solution, replyFormValues(fields, reading)];
    }),
  );
}

/** What the page knows beyond the context: the documents already issued, the carrier's last word on a parcel underway. */
function known(solution: Solution, { invoices, order }: ClaimPage): ReplyFields {
  const fields = SOLUTION_FIELDS[solution];
  const invoiceId = invoices.find(({ kind }) => kind === "invoice")?.id;
  const creditNoteId = invoices.find(({ kind }) => kind === "credit_note")?.id;
  const lastEvent = order.parcels.find(({ deliveredAt }) => deliveredAt === null)?.events.at(-1)?.label;
  return {
    ...("invoiceId" in fields && invoiceId !== undefined ? { invoiceId } : {}),
    ...("creditNoteId" in fields && creditNoteId !== undefined ? { creditNoteId } : {}),
    ...("lastEvent" in fields && lastEvent !== undefined ? { lastEvent } : {}),
  };
}

function prefillSources(page: ClaimPage, profile: StoredProfile | undefined): PrefillSources {
  const { contact } = page.seller;
  const locale = localeFrom(page.order.order.customerLocale);
  const words = MESSAGES[locale].solutions.prefill;
  return {
    context: page.context,
    profile: profile
      ? {
          ...profile,
          address: readAddress(profile.address, locale),
          contact: [contact?.phone, contact?.email].filter(Boolean).join(" · ") || null,
        }
      : null,
    claimReference: page.claim.reference,
    words: { packing: words.packing, nextStep: words.nextStep },
  };
}

/** A country is written out for whoever reads the address; settings keep its code. */
function readAddress(address: StoredProfile["address"], locale: Locale): StoredProfile["address"] {
  return { ...address, country: countryName(address.country, locale) };
}
