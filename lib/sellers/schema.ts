import { z } from "zod";
import { parseIsoDate } from "@/lib/calendar/civil-day";
import { zoneSchema } from "@/lib/calendar/zone-schema";
import { isSeriesPrefix } from "@/lib/invoices/invoice-number";
import { COMPANY_SIZES } from "@/lib/invoices/rules";
import { cleanText } from "@/lib/messages/clean";
import type { PostalAddress } from "@/lib/orders/order";
import { COST_BEARERS, RETURN_MEANS } from "@/lib/replies/field";
import { isPoBoxOnly } from "@/lib/replies/postal-address";
import {
  INVOICING_MODES,
  LEGAL_STATUSES,
  missingIdentityMentions,
  type SellerIdentity,
  VAT_REGIMES,
} from "@/lib/sellers/legal-identity";
import { withoutSpaces } from "@/lib/sellers/registration-keys";
import { SELLER_STATUSES } from "@/lib/sellers/seller";

const words = (most: number) => z.string().overwrite(cleanText).min(1).max(most);

/** A field left empty is a fact left out. */
const optionalWords = (most: number) =>
  z
    .string()
    .overwrite(cleanText)
    .max(most)
    .transform((text) => (text === "" ? undefined : text))
    .optional();

const registrationKey = optionalWords(40).transform((text) => (text === undefined ? undefined : withoutSpaces(text)));

/** An empty field is told to be empty, not to hold half an address. */
const givenEmail = z.string().trim().min(1).pipe(z.email().max(254));
const optionalEmail = z.union([z.literal("").transform(() => undefined), z.email("invalid_email").max(254)]).optional();

const webAddress = z.url({ protocol: /^https?$/, error: "invalid_url" }).max(300);
const optionalWebAddress = z.union([z.literal("").transform(() => undefined), webAddress]).optional();

/** "10 000,50" in euros, as cents. */
const optionalEuros = z
  .string()
  .optional()
  .transform((text, context): number | undefined => {
    const figures = (text ?? "").replace(/[\s\u00A0\u202F€]/g, "").replace(",", ".");
    if (figures === "") return undefined;
    if (/^\d{1,12}(\.\d{1,2})?$/.test(figures)) return Math.round(Number(figures) * 100);
    context.addIssue({ code: "custom", message: "invalid_number" });
    return z.NEVER;
  });

const checkbox = z
  .string()
  .optional()
  .transform((value) => value !== undefined);

const country = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/, "unknown_country");

const addressFields = {
  line1: words(200),
  line2: optionalWords(200),
  postcode: words(20),
  city: words(120),
  country,
};

/** What an invoice must say of the seller. What is missing is allowed here and shown; a wrong key is refused. */
export const legalIdentitySchema = z
  .object({
    status: z.enum(LEGAL_STATUSES),
    name: words(200),
    tradeName: optionalWords(200),
    address: z.object(addressFields),
    vatRegime: z.enum(VAT_REGIMES),
    vatNumber: registrationKey,
    vatOnDebits: checkbox,
    siren: registrationKey,
    siret: registrationKey,
    registration: optionalWords(120),
    legalForm: optionalWords(80),
    shareCapital: optionalEuros,
    foreignRegistration: optionalWords(120),
    email: optionalEmail,
    phone: optionalWords(40),
    website: optionalWebAddress,
  })
  .transform(({ shareCapital, ...facts }): SellerIdentity => {
    const address: PostalAddress = { ...facts.address, name: facts.tradeName ?? facts.name };
    return { ...facts, address, shareCapitalCents: shareCapital };
  })
  .superRefine((identity, context) => {
    for (const { field, problem } of missingIdentityMentions(identity)) {
      if (problem !== "invalid") continue;
      context.addIssue({ code: "custom", path: [field], message: `invalid_${snakeCase(field)}` });
    }
  });

function snakeCase(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const seriesPrefix = z.string().trim().toUpperCase().refine(isSeriesPrefix, "invalid_prefix");

export const invoicingSchema = z
  .object({
    invoicingMode: z.enum(INVOICING_MODES),
    companySize: z.enum(COMPANY_SIZES).optional(),
    invoicePrefix: seriesPrefix.optional(),
    creditNotePrefix: seriesPrefix.optional(),
  })
  .refine(({ invoicePrefix, creditNotePrefix }) => !invoicePrefix || invoicePrefix !== creditNotePrefix, {
    path: ["creditNotePrefix"],
    message: "same_prefix",
  });

/** A mediator is named whole or not at all (C. conso. L616-1). */
export const mediatorFields = {
  mediatorName: optionalWords(200),
  mediatorAddress: optionalWords(400),
  mediatorWebsite: optionalWebAddress,
};

type MediatorInput = {
  readonly mediatorName?: string | undefined;
  readonly mediatorAddress?: string | undefined;
  readonly mediatorWebsite?: string | undefined;
};

export function isMediatorWhole({ mediatorName, mediatorAddress, mediatorWebsite }: MediatorInput): boolean {
  const given = [mediatorName, mediatorAddress, mediatorWebsite].filter((fact) => fact !== undefined).length;
  return given === 0 || given === 3;
}

export const HALF_A_MEDIATOR = { path: ["mediatorName"], message: "incomplete_mediator" };

export function mediatorOf({ mediatorName, mediatorAddress, mediatorWebsite }: MediatorInput) {
  if (!mediatorName || !mediatorAddress || !mediatorWebsite) return null;
  return { name: mediatorName, postalAddress: mediatorAddress, website: mediatorWebsite };
}

/** How customers reach the seller; a phone or a postal address stands on each of their pages. */
export const afterSalesSchema = z
  .object({
    email: givenEmail,
    phone: optionalWords(40),
    postalAddress: optionalWords(400),
    zone: zoneSchema,
    ...mediatorFields,
  })
  .refine(({ phone, postalAddress }) => phone !== undefined || postalAddress !== undefined, {
    path: ["phone"],
    message: "phone_or_address",
  })
  .refine(isMediatorWhole, HALF_A_MEDIATOR);

const civilDay = z.string().transform((text, context) => {
  const day = parseIsoDate(text);
  if (day) return day;
  context.addIssue({ code: "custom", message: text === "" ? "required" : "invalid_date" });
  return z.NEVER;
});

/** When the seller's people are away, and what customers are told; `end` takes it back. */
export const absenceSchema = z.discriminatedUnion("act", [
  z.object({ act: z.literal("end") }),
  z
    .object({
      act: z.literal("set"),
      fromOn: civilDay,
      untilOn: civilDay,
      words: z.string().overwrite(cleanText).max(600).default(""),
      wordsEn: z.string().overwrite(cleanText).max(600).default(""),
    })
    .refine(({ fromOn, untilOn }) => fromOn <= untilOn, { path: ["untilOn"], message: "ends_before_start" }),
]);

export const returnProfileSchema = z
  .object({
    profileId: z.uuid().optional(),
    name: words(80),
    recipient: words(200),
    ...addressFields,
    means: z.enum(RETURN_MEANS),
    withdrawalCostBearer: z.enum(COST_BEARERS),
    packing: words(2_000),
    isDefault: checkbox,
  })
  .refine(({ line1, line2 }) => !isPoBoxOnly([line1, line2]), { path: ["line1"], message: "po_box" });

export const deleteReturnProfileSchema = z.object({ profileId: z.uuid() });

const sellerNameSchema = words(120);
const slugSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9-]{1,59}$/, "invalid_slug");

export const createSellerSchema = z.object({ name: sellerNameSchema, slug: slugSchema, email: givenEmail });
export const changeSellerSchema = z.object({
  sellerId: z.uuid(),
  name: sellerNameSchema,
  status: z.enum(SELLER_STATUSES),
});

export const inviteOwnerSchema = z.object({ sellerId: z.uuid(), email: givenEmail });
