import type { InvoiceDraft } from "@/lib/invoices/draft";
import type { Mention, OperationCategory, VatGroup } from "@/lib/invoices/invoice";
import { type LegalWording, type WordingCode, wordingOn } from "@/lib/invoices/rules";
import { isWithoutVat, vatTerritory } from "@/lib/invoices/vat-territory";

/** Goods, services or both, as décret 2022-1299 asks; delivery belongs to the goods it brings. Digital content is a service. */
export function operationCategory(
  lines: readonly { readonly kind: "goods" | "digital" | "service" }[],
): OperationCategory {
  const goods = lines.some((line) => line.kind === "goods");
  const services = lines.some((line) => line.kind !== "goods");
  return goods && services ? "mixed" : services ? "services" : "goods";
}

/** Every sentence the document prints besides its figures, in the order they are read. */
export function mentionsOf(draft: InvoiceDraft, groups: readonly VatGroup[]): readonly Mention[] {
  const operation = operationCategory(draft.lines);
  const codes: readonly (WordingCode | undefined)[] = [
    ...groups.map((group) => exemptionWording(group, draft)),
    groups.some((group) => group.vatScheme === "oss") ? "oss" : undefined,
    `operation_${operation}`,
    // An option printed where it does not bind is fined as a wrong mention: only with services.
    draft.seller.vatOnDebits === true && operation !== "goods" ? "vat_on_debits" : undefined,
    ...professionalMentions(draft),
  ];
  return [...new Set(codes)].flatMap((code) => {
    const wording = code === undefined ? undefined : wordingOn(code, draft.issuedOn);
    return wording === undefined ? [] : [mention(wording)];
  });
}

/** The reason an exempt group gives, with its code (BR-E-10); nothing for a taxed one. */
export function exemptionOf(group: Pick<VatGroup, "vatScheme">, draft: InvoiceDraft): LegalWording | undefined {
  const code = exemptionWording(group, draft);
  return code === undefined ? undefined : wordingOn(code, draft.issuedOn);
}

function exemptionWording({ vatScheme }: Pick<VatGroup, "vatScheme">, draft: InvoiceDraft): WordingCode | undefined {
  switch (vatScheme) {
    case "standard":
    case "oss":
      return undefined;
    case "franchise":
    case "margin":
      return vatScheme;
    case "exempt_dom": {
      const to = vatTerritory(draft.deliveryAddress ?? draft.buyer.address);
      return isWithoutVat(to) || isWithoutVat(vatTerritory(draft.seller.address)) ? "dom_not_applicable" : "dom_exempt";
    }
  }
}

/** Penalties and the 40 € are owed between professionals only, and never on a credit note. */
function professionalMentions({ buyer, kind }: InvoiceDraft): readonly WordingCode[] {
  return buyer.kind === "professional" && kind === "invoice"
    ? ["late_penalty", "recovery_indemnity", "no_early_discount"]
    : [];
}

function mention({ code, text, source }: LegalWording): Mention {
  return { code, text, source };
}
