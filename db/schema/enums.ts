import { pgEnum } from "drizzle-orm/pg-core";
import { MEMBER_ROLES, OPERATOR_ROLES } from "@/lib/auth/role";
import { LINK_AUDIENCES } from "@/lib/auth/scope";
import { CALENDAR_CHANGES } from "@/lib/calendar/override";
import { CLAIM_STATES, SITUATIONS, WITHDRAWAL_PHASES } from "@/lib/claims/claim";
import { REQUALIFICATION_CONSENTS } from "@/lib/claims/requalification";
import { DEADLINE_KINDS, SUSPENDING_FACTS, TURNS } from "@/lib/deadlines/rule";
import { DOCUMENT_KINDS } from "@/lib/evidence/document";
import { INVOICE_RUN_STATUSES } from "@/lib/invoices/bulk-run";
import { MAIL_STATUSES } from "@/lib/notifications/mail-status";
import {
  CUSTOMER_KINDS,
  DISCOUNT_FUNDERS,
  ITEM_CONDITIONS,
  LINE_KINDS,
  PARCEL_MODES,
  SHIPPERS,
  VAT_SCHEMES,
  WITHDRAWAL_INFORMED,
} from "@/lib/orders/order";
import { COMMITMENT_KINDS } from "@/lib/replies/commitment";
import { COST_BEARERS, RETURN_MEANS } from "@/lib/replies/field";
import { REMEDIES } from "@/lib/replies/remedy";
import { SOLUTIONS } from "@/lib/replies/solution";
import { INVOICING_MODES } from "@/lib/sellers/legal-identity";
import { SELLER_STATUSES } from "@/lib/sellers/seller";

export const situation = pgEnum("situation", SITUATIONS);
export const withdrawalPhase = pgEnum("withdrawal_phase", WITHDRAWAL_PHASES);
export const claimState = pgEnum("claim_state", CLAIM_STATES);
export const requalificationConsent = pgEnum("requalification_consent", REQUALIFICATION_CONSENTS);
export const claimRecorder = pgEnum("claim_recorder", ["customer", "seller", "operator", "api"]);
export const deadlineKind = pgEnum("deadline_kind", DEADLINE_KINDS);
export const calendarChange = pgEnum("calendar_change", CALENDAR_CHANGES);
export const turn = pgEnum("turn", TURNS);
export const suspendingFact = pgEnum("suspending_fact", SUSPENDING_FACTS);
export const solution = pgEnum("solution", SOLUTIONS);
export const replyStatus = pgEnum("reply_status", ["draft", "sent", "undone"]);
export const customerAnswer = pgEnum("customer_answer", ["accepted", "refused", "chosen"]);
export const remedy = pgEnum("remedy", REMEDIES);
export const commitmentKind = pgEnum("commitment_kind", COMMITMENT_KINDS);
export const commitmentStatus = pgEnum("commitment_status", [
  "proposed",
  "open",
  "done",
  "refused",
  "withdrawn",
  "lapsed",
]);
export const messageAuthor = pgEnum("message_author", ["customer", "seller", "operator", "system"]);
export const visibility = pgEnum("visibility", ["conversation", "internal"]);
export const documentKind = pgEnum("document_kind", DOCUMENT_KINDS);
export const documentStatus = pgEnum("document_status", ["uploading", "uploaded", "verified", "refused"]);
export const invoiceKind = pgEnum("invoice_kind", ["invoice", "credit_note"]);
export const linkAudience = pgEnum("link_audience", LINK_AUDIENCES);
export const mailStatus = pgEnum("mail_status", MAIL_STATUSES);
export const submissionStatus = pgEnum("submission_status", ["waiting", "matched", "dismissed"]);
export const streamKind = pgEnum("stream_kind", ["claim", "seller", "marketplace"]);
export const importStatus = pgEnum("import_status", ["previewed", "running", "done", "failed"]);
export const invoiceRunStatus = pgEnum("invoice_run_status", INVOICE_RUN_STATUSES);

export const customerKind = pgEnum("customer_kind", CUSTOMER_KINDS);
export const vatScheme = pgEnum("vat_scheme", VAT_SCHEMES);
export const lineKind = pgEnum("line_kind", LINE_KINDS);
export const itemCondition = pgEnum("item_condition", ITEM_CONDITIONS);
export const parcelMode = pgEnum("parcel_mode", PARCEL_MODES);
export const shipper = pgEnum("shipper", SHIPPERS);
export const discountFunder = pgEnum("discount_funder", DISCOUNT_FUNDERS);
export const withdrawalInformed = pgEnum("withdrawal_informed", WITHDRAWAL_INFORMED);

export const returnMeans = pgEnum("return_means", RETURN_MEANS);
export const costBearer = pgEnum("cost_bearer", COST_BEARERS);
export const invoicingMode = pgEnum("invoicing_mode", INVOICING_MODES);
export const sellerStatus = pgEnum("seller_status", SELLER_STATUSES);
export const memberRole = pgEnum("member_role", MEMBER_ROLES);
export const operatorRole = pgEnum("operator_role", OPERATOR_ROLES);
