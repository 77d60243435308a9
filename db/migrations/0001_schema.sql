CREATE TYPE "public"."claim_recorder" AS ENUM('customer', 'seller', 'operator', 'api');--> statement-breakpoint
CREATE TYPE "public"."claim_state" AS ENUM('to_triage', 'awaiting_seller', 'awaiting_customer', 'escalated', 'closed');--> statement-breakpoint
CREATE TYPE "public"."commitment_kind" AS ENUM('refund', 'return', 'exchange', 'repair', 'replacement', 'reshipment', 'missing_item', 'parcel_arrival', 'carrier_inquiry', 'price_reduction', 'goodwill', 'proof_of_delivery', 'return_cost');--> statement-breakpoint
CREATE TYPE "public"."commitment_status" AS ENUM('proposed', 'open', 'done', 'refused', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."cost_bearer" AS ENUM('seller', 'customer');--> statement-breakpoint
CREATE TYPE "public"."customer_kind" AS ENUM('consumer', 'professional');--> statement-breakpoint
CREATE TYPE "public"."deadline_kind" AS ENUM('reply', 'proof_of_delivery', 'next_reply', 'delivery_due', 'formal_notice', 'withdrawal_period', 'withdrawal_period_uninformed', 'goods_return', 'withdrawal_refund', 'delivery_refund', 'conformity_remedy', 'conformity_refund', 'return_cost_refund', 'legal_guarantee', 'repair_extension');--> statement-breakpoint
CREATE TYPE "public"."discount_funder" AS ENUM('seller', 'marketplace');--> statement-breakpoint
CREATE TYPE "public"."document_kind" AS ENUM('proof_of_delivery', 'invoice', 'credit_note', 'photo', 'return_label', 'proof_of_return', 'attestation', 'acknowledgement', 'other');--> statement-breakpoint
CREATE TYPE "public"."document_status" AS ENUM('uploading', 'uploaded', 'verified', 'refused');--> statement-breakpoint
CREATE TYPE "public"."import_status" AS ENUM('previewed', 'running', 'done', 'failed');--> statement-breakpoint
CREATE TYPE "public"."invoice_kind" AS ENUM('invoice', 'credit_note');--> statement-breakpoint
CREATE TYPE "public"."invoicing_mode" AS ENUM('issued_here', 'issued_elsewhere', 'issued_by_operator');--> statement-breakpoint
CREATE TYPE "public"."item_condition" AS ENUM('new', 'used', 'refurbished');--> statement-breakpoint
CREATE TYPE "public"."line_kind" AS ENUM('goods', 'digital', 'service');--> statement-breakpoint
CREATE TYPE "public"."link_audience" AS ENUM('mailed', 'api');--> statement-breakpoint
CREATE TYPE "public"."mail_status" AS ENUM('queued', 'sent', 'kept', 'failed');--> statement-breakpoint
CREATE TYPE "public"."member_role" AS ENUM('owner', 'agent', 'viewer', 'accountant');--> statement-breakpoint
CREATE TYPE "public"."message_author" AS ENUM('customer', 'seller', 'operator', 'system');--> statement-breakpoint
CREATE TYPE "public"."operator_role" AS ENUM('admin', 'auditor');--> statement-breakpoint
CREATE TYPE "public"."parcel_mode" AS ENUM('home', 'pickup_point', 'click_and_collect');--> statement-breakpoint
CREATE TYPE "public"."reply_status" AS ENUM('draft', 'sent', 'undone');--> statement-breakpoint
CREATE TYPE "public"."return_means" AS ENUM('prepaid_label', 'deposit_code', 'collection', 'customer_advances');--> statement-breakpoint
CREATE TYPE "public"."seller_status" AS ENUM('invited', 'active', 'suspended');--> statement-breakpoint
CREATE TYPE "public"."shipper" AS ENUM('seller', 'operator');--> statement-breakpoint
CREATE TYPE "public"."situation" AS ENUM('parcel_not_received', 'no_longer_wanted', 'wrong_product', 'damaged', 'broken_down', 'missing_item', 'invoice_request', 'other');--> statement-breakpoint
CREATE TYPE "public"."solution" AS ENUM('confirm_delivery', 'refund', 'reship', 'parcel_in_transit', 'carrier_inquiry', 'confirm_cancellation', 'could_not_stop', 'return_procedure', 'accept_return', 'refuse', 'exchange', 'repair', 'replacement', 'ship_missing_item', 'goodwill_gesture', 'refund_without_return', 'price_reduction', 'send_invoice', 'send_corrected_invoice', 'answer_other');--> statement-breakpoint
CREATE TYPE "public"."stream_kind" AS ENUM('claim', 'seller', 'marketplace');--> statement-breakpoint
CREATE TYPE "public"."submission_status" AS ENUM('waiting', 'matched', 'dismissed');--> statement-breakpoint
CREATE TYPE "public"."suspending_fact" AS ENUM('goods_not_back');--> statement-breakpoint
CREATE TYPE "public"."turn" AS ENUM('seller', 'customer');--> statement-breakpoint
CREATE TYPE "public"."vat_scheme" AS ENUM('standard', 'franchise', 'margin', 'exempt_dom', 'oss');--> statement-breakpoint
CREATE TYPE "public"."visibility" AS ENUM('conversation', 'internal');--> statement-breakpoint
CREATE TYPE "public"."withdrawal_informed" AS ENUM('yes', 'no', 'unknown');--> statement-breakpoint
CREATE TYPE "public"."withdrawal_phase" AS ENUM('before_dispatch', 'withdrawal_period', 'after_withdrawal_period');--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seller_id" uuid,
	"operator_role" "operator_role",
	"key_hash" text NOT NULL,
	"label" text NOT NULL,
	"last_four" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "api_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"api_key_id" uuid NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"response_status" integer,
	"response_body" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_api_key_id_key_pk" PRIMARY KEY("api_key_id","key")
);
--> statement-breakpoint
ALTER TABLE "idempotency_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"window_started_at" timestamp with time zone NOT NULL,
	"count" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "rate_limits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "claim_lines" (
	"seller_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"order_line_id" uuid NOT NULL,
	"quantity" integer NOT NULL,
	CONSTRAINT "claim_lines_seller_id_claim_id_order_line_id_pk" PRIMARY KEY("seller_id","claim_id","order_line_id"),
	CONSTRAINT "claimed_quantity_positive" CHECK (quantity > 0)
);
--> statement-breakpoint
ALTER TABLE "claim_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "claims" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"reference" text NOT NULL,
	"order_id" uuid NOT NULL,
	"channel_id" text NOT NULL,
	"external_id" text,
	"situation" "situation" NOT NULL,
	"phase" "withdrawal_phase",
	"phase_reason" text,
	"state" "claim_state" NOT NULL,
	"policy_version" integer NOT NULL,
	"recorded_by" "claim_recorder" NOT NULL,
	"statement_sent_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"intake" jsonb,
	"assigned_to" uuid,
	"next_due_on" date,
	"next_due_before" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"closure_reason" text,
	"revision" integer DEFAULT 0 NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "claims_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "claims_reference_unique" UNIQUE("reference"),
	CONSTRAINT "claim_once_per_channel" UNIQUE("seller_id","channel_id","external_id"),
	CONSTRAINT "phase_with_withdrawal_only" CHECK ((phase is not null) = (situation = 'no_longer_wanted')),
	CONSTRAINT "closed_at_with_closed" CHECK ((closed_at is not null) = (state = 'closed')),
	CONSTRAINT "sent_before_opened" CHECK (statement_sent_at <= opened_at and received_at <= opened_at)
);
--> statement-breakpoint
ALTER TABLE "claims" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "clocks" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"kind" "deadline_kind" NOT NULL,
	"rule_version" integer NOT NULL,
	"calendar" text NOT NULL,
	"zone" text NOT NULL,
	"whose_turn" "turn" NOT NULL,
	"origin" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"starts_on" date NOT NULL,
	"nominal_on" date NOT NULL,
	"due_on" date NOT NULL,
	"due_before" timestamp with time zone NOT NULL,
	"stopped_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"cancellation_reason" text,
	"suspended_by" "suspending_fact",
	"resumed_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "clocks_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "ends_after_start" CHECK (due_before > starts_at)
);
--> statement-breakpoint
ALTER TABLE "clocks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "documents" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"claim_id" uuid,
	"reply_id" uuid,
	"message_id" uuid,
	"kind" "document_kind" NOT NULL,
	"status" "document_status" NOT NULL,
	"visibility" "visibility" DEFAULT 'conversation' NOT NULL,
	"file_name" text NOT NULL,
	"declared_type" text NOT NULL,
	"verified_type" text,
	"size_bytes" bigint NOT NULL,
	"page_count" integer,
	"original_sha256" text,
	"sha256" text,
	"storage_key" text NOT NULL,
	"refusal_reason" text,
	"facts" jsonb,
	"verdict" text,
	"verdict_reasons" jsonb,
	"uploaded_by" text NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"captured_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"contested_at" timestamp with time zone,
	CONSTRAINT "documents_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "size_not_negative" CHECK (size_bytes >= 0),
	CONSTRAINT "reason_with_refused" CHECK ((refusal_reason is not null) = (status = 'refused')),
	CONSTRAINT "type_with_verified" CHECK (status <> 'verified' or (verified_type is not null and sha256 is not null)),
	CONSTRAINT "verdict_known" CHECK (verdict in ('strong', 'fair', 'weak', 'contradictory'))
);
--> statement-breakpoint
ALTER TABLE "documents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "imports" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"content" "bytea" NOT NULL,
	"status" "import_status" NOT NULL,
	"order_count" integer NOT NULL,
	"done_count" integer DEFAULT 0 NOT NULL,
	"created_count" integer DEFAULT 0 NOT NULL,
	"updated_count" integer DEFAULT 0 NOT NULL,
	"unchanged_count" integer DEFAULT 0 NOT NULL,
	"problems" jsonb NOT NULL,
	"started_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "imports_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "progress_within_total" CHECK (done_count between 0 and order_count)
);
--> statement-breakpoint
ALTER TABLE "imports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invoices" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" "invoice_kind" NOT NULL,
	"series_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"number" text NOT NULL,
	"issued_on" date NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"order_id" uuid NOT NULL,
	"claim_id" uuid,
	"preceding_invoice_id" uuid,
	"replaces_invoice_id" uuid,
	"currency" text NOT NULL,
	"net_cents" integer NOT NULL,
	"vat_cents" integer NOT NULL,
	"gross_cents" integer NOT NULL,
	"document" jsonb NOT NULL,
	"pdf" "bytea" NOT NULL,
	"pdf_sha256" text NOT NULL,
	"issued_by" text NOT NULL,
	CONSTRAINT "invoices_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "sequence_once_per_series" UNIQUE("seller_id","series_id","sequence"),
	CONSTRAINT "number_once_per_seller" UNIQUE("seller_id","number"),
	CONSTRAINT "totals_add_up" CHECK (gross_cents = net_cents + vat_cents),
	CONSTRAINT "sequence_positive" CHECK (sequence > 0)
);
--> statement-breakpoint
ALTER TABLE "invoices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "event_heads" (
	"stream_kind" "stream_kind" NOT NULL,
	"stream_id" uuid NOT NULL,
	"seller_id" uuid,
	"seq" integer NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "event_heads_stream_kind_stream_id_pk" PRIMARY KEY("stream_kind","stream_id")
);
--> statement-breakpoint
ALTER TABLE "event_heads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "event_payloads" (
	"stream_kind" "stream_kind" NOT NULL,
	"stream_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"seller_id" uuid,
	"salt" text NOT NULL,
	"payload" text NOT NULL,
	CONSTRAINT "event_payloads_stream_kind_stream_id_seq_pk" PRIMARY KEY("stream_kind","stream_id","seq")
);
--> statement-breakpoint
ALTER TABLE "event_payloads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "events" (
	"stream_kind" "stream_kind" NOT NULL,
	"stream_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"seller_id" uuid,
	"at_text" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"type" text NOT NULL,
	"payload_hash" text NOT NULL,
	"prev_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "events_stream_kind_stream_id_seq_pk" PRIMARY KEY("stream_kind","stream_id","seq"),
	CONSTRAINT "seq_positive" CHECK (seq > 0),
	CONSTRAINT "hashes_are_sha256" CHECK (hash ~ '^[0-9a-f]{64}$' and prev_hash ~ '^[0-9a-f]{64}$' and payload_hash ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
ALTER TABLE "events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "customer_links" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"audience" "link_audience" NOT NULL,
	"generation" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "customer_links_seller_id_id_pk" PRIMARY KEY("seller_id","id")
);
--> statement-breakpoint
ALTER TABLE "customer_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "link_codes" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"link_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "link_codes_seller_id_id_pk" PRIMARY KEY("seller_id","id")
);
--> statement-breakpoint
ALTER TABLE "link_codes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_number" text NOT NULL,
	"identity" jsonb NOT NULL,
	"situation" "situation" NOT NULL,
	"message" text NOT NULL,
	"locale" text NOT NULL,
	"status" "submission_status" NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by" text,
	"matches" jsonb
);
--> statement-breakpoint
ALTER TABLE "submissions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seller_id" uuid,
	"claim_id" uuid,
	"link_id" uuid,
	"dedupe_key" text NOT NULL,
	"message_id" text NOT NULL,
	"template" text NOT NULL,
	"recipient" "citext" NOT NULL,
	"reply_to" "citext",
	"locale" text NOT NULL,
	"content" jsonb NOT NULL,
	"subject" text,
	"body_text" text,
	"status" "mail_status" NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "recipient_is_an_address" CHECK (recipient like '%_@_%')
);
--> statement-breakpoint
ALTER TABLE "mails" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "channels" (
	"id" text NOT NULL,
	"label_fr" text NOT NULL,
	"label_en" text NOT NULL,
	CONSTRAINT "channels_id_pk" PRIMARY KEY("id"),
	CONSTRAINT "channel_id_is_a_slug" CHECK (id ~ '^[a-z][a-z0-9_]{0,39}$')
);
--> statement-breakpoint
ALTER TABLE "channels" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "marketplace" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"legal_name" text NOT NULL,
	"postal_address" text NOT NULL,
	"contact_email" "citext" NOT NULL,
	"calendar" text DEFAULT 'FR' NOT NULL,
	"zone" text DEFAULT 'Europe/Paris' NOT NULL,
	"mediator" jsonb,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "one_marketplace" CHECK (id = 1)
);
--> statement-breakpoint
ALTER TABLE "marketplace" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "policies" (
	"version" integer PRIMARY KEY NOT NULL,
	"content" jsonb NOT NULL,
	"effective_from" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by" uuid
);
--> statement-breakpoint
ALTER TABLE "policies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "messages" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"author" "message_author" NOT NULL,
	"actor" text NOT NULL,
	"visibility" "visibility" NOT NULL,
	"body" text NOT NULL,
	"locale" text DEFAULT 'fr' NOT NULL,
	"external_id" text,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "messages_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "message_once_per_claim" UNIQUE("seller_id","claim_id","external_id"),
	CONSTRAINT "customers_write_no_notes" CHECK (author <> 'customer' or visibility = 'conversation')
);
--> statement-breakpoint
ALTER TABLE "messages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "order_discounts" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"amount_cents" integer NOT NULL,
	"funded_by" "discount_funder" NOT NULL,
	CONSTRAINT "order_discounts_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "discount_positive" CHECK (amount_cents > 0)
);
--> statement-breakpoint
ALTER TABLE "order_discounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "order_payments" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"method" text NOT NULL,
	"amount_cents" integer NOT NULL,
	"reference" text,
	"paid_at" timestamp with time zone NOT NULL,
	CONSTRAINT "order_payments_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "payment_positive" CHECK (amount_cents > 0)
);
--> statement-breakpoint
ALTER TABLE "order_payments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "order_refunds" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"order_line_id" uuid,
	"amount_cents" integer NOT NULL,
	"shipping_cents" integer DEFAULT 0 NOT NULL,
	"method" text NOT NULL,
	"reference" text NOT NULL,
	"paid_at" timestamp with time zone NOT NULL,
	CONSTRAINT "order_refunds_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "refund_positive" CHECK (amount_cents >= 0 and shipping_cents >= 0 and amount_cents + shipping_cents > 0)
);
--> statement-breakpoint
ALTER TABLE "order_refunds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "order_lines" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"line_id" text NOT NULL,
	"position" integer NOT NULL,
	"sku" text NOT NULL,
	"name" text NOT NULL,
	"quantity" integer NOT NULL,
	"unit_price_cents" integer NOT NULL,
	"vat_rate_bps" integer NOT NULL,
	"vat_scheme" "vat_scheme" DEFAULT 'standard' NOT NULL,
	"kind" "line_kind" DEFAULT 'goods' NOT NULL,
	"condition" "item_condition" DEFAULT 'new' NOT NULL,
	"bulky" boolean DEFAULT false NOT NULL,
	"withdrawal_exclusion_number" integer,
	"withdrawal_exclusion_informed_on" date,
	"eco_participation_cents" integer,
	CONSTRAINT "order_lines_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "line_id_per_order" UNIQUE("seller_id","order_id","line_id"),
	CONSTRAINT "quantity_positive" CHECK (quantity > 0),
	CONSTRAINT "price_not_negative" CHECK (unit_price_cents >= 0),
	CONSTRAINT "exclusion_is_one_of_l221_28" CHECK (withdrawal_exclusion_number between 1 and 13)
);
--> statement-breakpoint
ALTER TABLE "order_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "orders" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" text NOT NULL,
	"channel_id" text NOT NULL,
	"external_id" text,
	"placed_at" timestamp with time zone NOT NULL,
	"currency" text NOT NULL,
	"customer_kind" "customer_kind" DEFAULT 'consumer' NOT NULL,
	"customer_name" text NOT NULL,
	"customer_email" "citext",
	"customer_phone" text,
	"customer_locale" text DEFAULT 'fr' NOT NULL,
	"company_siren" text,
	"company_vat_number" text,
	"purchase_order" text,
	"shipping_address" jsonb NOT NULL,
	"billing_address" jsonb,
	"ship_from" jsonb,
	"shipping_cents" integer NOT NULL,
	"shipping_vat_rate_bps" integer NOT NULL,
	"promised_delivery_on" date,
	"withdrawal_informed" "withdrawal_informed" DEFAULT 'unknown' NOT NULL,
	"withdrawal_informed_on" date,
	"withdrawal_informed_evidence" text,
	"external_invoice_number" text,
	"external_invoice_on" date,
	"facts_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "orders_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "order_number_per_seller" UNIQUE("seller_id","number"),
	CONSTRAINT "currency_is_iso" CHECK (currency ~ '^[A-Z]{3}$'),
	CONSTRAINT "shipping_not_negative" CHECK (shipping_cents >= 0)
);
--> statement-breakpoint
ALTER TABLE "orders" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "parcel_lines" (
	"seller_id" uuid NOT NULL,
	"parcel_id" uuid NOT NULL,
	"order_line_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"quantity" integer NOT NULL,
	CONSTRAINT "parcel_lines_seller_id_parcel_id_order_line_id_pk" PRIMARY KEY("seller_id","parcel_id","order_line_id"),
	CONSTRAINT "parcel_quantity_positive" CHECK (quantity > 0)
);
--> statement-breakpoint
ALTER TABLE "parcel_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "parcels" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"carrier" text NOT NULL,
	"tracking_number" text NOT NULL,
	"mode" "parcel_mode" DEFAULT 'home' NOT NULL,
	"shipped_by" "shipper" DEFAULT 'seller' NOT NULL,
	"shipped_at" timestamp with time zone,
	"available_at" timestamp with time zone,
	"delivered_at" timestamp with time zone,
	"returned_at" timestamp with time zone,
	"events" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "parcels_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "not_delivered_before_dispatch" CHECK (delivered_at is null or shipped_at is null or delivered_at >= shipped_at)
);
--> statement-breakpoint
ALTER TABLE "parcels" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commitments" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"reply_id" uuid NOT NULL,
	"clock_id" uuid,
	"kind" "commitment_kind" NOT NULL,
	"status" "commitment_status" NOT NULL,
	"due_on" date,
	"amount_cents" integer,
	"details" jsonb,
	"answered_at" timestamp with time zone,
	"done_at" timestamp with time zone,
	"done_evidence" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "commitments_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "done_at_with_done" CHECK ((done_at is not null) = (status = 'done')),
	CONSTRAINT "amount_not_negative" CHECK (amount_cents >= 0)
);
--> statement-breakpoint
ALTER TABLE "commitments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "replies" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"solution" "solution" NOT NULL,
	"content" jsonb NOT NULL,
	"status" "reply_status" NOT NULL,
	"policy_version" integer NOT NULL,
	"author" text NOT NULL,
	"sent_at" timestamp with time zone,
	"visible_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "replies_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "sent_at_with_sent" CHECK ((sent_at is not null) = (status <> 'draft')),
	CONSTRAINT "undone_at_with_undone" CHECK ((undone_at is not null) = (status = 'undone'))
);
--> statement-breakpoint
ALTER TABLE "replies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invoice_series" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" "invoice_kind" NOT NULL,
	"prefix" text NOT NULL,
	"last_sequence" integer DEFAULT 0 NOT NULL,
	"last_issued_on" date,
	CONSTRAINT "invoice_series_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "series_prefix" UNIQUE("seller_id","prefix"),
	CONSTRAINT "sequence_counts_up" CHECK (last_sequence >= 0)
);
--> statement-breakpoint
ALTER TABLE "invoice_series" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "return_profiles" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"address" jsonb NOT NULL,
	"means" "return_means" NOT NULL,
	"withdrawal_cost_bearer" "cost_bearer" DEFAULT 'customer' NOT NULL,
	"packing" text NOT NULL,
	"is_default" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "return_profiles_seller_id_id_pk" PRIMARY KEY("seller_id","id")
);
--> statement-breakpoint
ALTER TABLE "return_profiles" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sellers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"status" "seller_status" DEFAULT 'active' NOT NULL,
	"legal_identity" jsonb,
	"invoicing_mode" "invoicing_mode" DEFAULT 'issued_here' NOT NULL,
	"mediator" jsonb,
	"contact" jsonb,
	"zone" text DEFAULT 'Europe/Paris' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sellers_slug_unique" UNIQUE("slug"),
	CONSTRAINT "slug_is_a_slug" CHECK (slug ~ '^[a-z0-9][a-z0-9-]{1,59}$')
);
--> statement-breakpoint
ALTER TABLE "sellers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitations" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"email" "citext" NOT NULL,
	"role" "member_role" NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "invitations_seller_id_id_pk" PRIMARY KEY("seller_id","id")
);
--> statement-breakpoint
ALTER TABLE "invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "memberships" (
	"seller_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" "member_role" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "memberships_seller_id_user_id_pk" PRIMARY KEY("seller_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "memberships" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "password_resets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "password_resets_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "password_resets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"seller_id" uuid,
	"user_agent" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sign_in_failures" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"first_failed_at" timestamp with time zone NOT NULL,
	"locked_until" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "sign_in_failures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" "citext" NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"operator_role" "operator_role",
	"locale" text DEFAULT 'fr' NOT NULL,
	"zone" text DEFAULT 'Europe/Paris' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"disabled_at" timestamp with time zone,
	CONSTRAINT "users_email_unique" UNIQUE("email"),
	CONSTRAINT "locale_known" CHECK (locale in ('fr', 'en'))
);
--> statement-breakpoint
ALTER TABLE "users" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_seller_id_sellers_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."sellers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_api_key_id_api_keys_id_fk" FOREIGN KEY ("api_key_id") REFERENCES "public"."api_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_lines" ADD CONSTRAINT "claim_lines_seller_id_claim_id_claims_seller_id_id_fk" FOREIGN KEY ("seller_id","claim_id") REFERENCES "public"."claims"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_lines" ADD CONSTRAINT "claim_lines_seller_id_order_line_id_order_lines_seller_id_id_fk" FOREIGN KEY ("seller_id","order_line_id") REFERENCES "public"."order_lines"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_policy_version_policies_version_fk" FOREIGN KEY ("policy_version") REFERENCES "public"."policies"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_seller_id_order_id_orders_seller_id_id_fk" FOREIGN KEY ("seller_id","order_id") REFERENCES "public"."orders"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clocks" ADD CONSTRAINT "clocks_seller_id_claim_id_claims_seller_id_id_fk" FOREIGN KEY ("seller_id","claim_id") REFERENCES "public"."claims"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_seller_id_order_id_orders_seller_id_id_fk" FOREIGN KEY ("seller_id","order_id") REFERENCES "public"."orders"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_seller_id_claim_id_claims_seller_id_id_fk" FOREIGN KEY ("seller_id","claim_id") REFERENCES "public"."claims"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_seller_id_reply_id_replies_seller_id_id_fk" FOREIGN KEY ("seller_id","reply_id") REFERENCES "public"."replies"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_seller_id_sellers_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."sellers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_seller_id_series_id_invoice_series_seller_id_id_fk" FOREIGN KEY ("seller_id","series_id") REFERENCES "public"."invoice_series"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_seller_id_order_id_orders_seller_id_id_fk" FOREIGN KEY ("seller_id","order_id") REFERENCES "public"."orders"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_seller_id_claim_id_claims_seller_id_id_fk" FOREIGN KEY ("seller_id","claim_id") REFERENCES "public"."claims"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "preceding_invoice" FOREIGN KEY ("seller_id","preceding_invoice_id") REFERENCES "public"."invoices"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_payloads" ADD CONSTRAINT "event_payloads_stream_kind_stream_id_seq_events_stream_kind_stream_id_seq_fk" FOREIGN KEY ("stream_kind","stream_id","seq") REFERENCES "public"."events"("stream_kind","stream_id","seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_links" ADD CONSTRAINT "customer_links_seller_id_order_id_orders_seller_id_id_fk" FOREIGN KEY ("seller_id","order_id") REFERENCES "public"."orders"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_codes" ADD CONSTRAINT "link_codes_seller_id_link_id_customer_links_seller_id_id_fk" FOREIGN KEY ("seller_id","link_id") REFERENCES "public"."customer_links"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_seller_id_claim_id_claims_seller_id_id_fk" FOREIGN KEY ("seller_id","claim_id") REFERENCES "public"."claims"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_discounts" ADD CONSTRAINT "order_discounts_seller_id_order_id_orders_seller_id_id_fk" FOREIGN KEY ("seller_id","order_id") REFERENCES "public"."orders"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_payments" ADD CONSTRAINT "order_payments_seller_id_order_id_orders_seller_id_id_fk" FOREIGN KEY ("seller_id","order_id") REFERENCES "public"."orders"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_refunds" ADD CONSTRAINT "order_refunds_seller_id_order_id_orders_seller_id_id_fk" FOREIGN KEY ("seller_id","order_id") REFERENCES "public"."orders"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_refunds" ADD CONSTRAINT "order_refunds_seller_id_order_line_id_order_lines_seller_id_id_fk" FOREIGN KEY ("seller_id","order_line_id") REFERENCES "public"."order_lines"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_seller_id_order_id_orders_seller_id_id_fk" FOREIGN KEY ("seller_id","order_id") REFERENCES "public"."orders"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_seller_id_sellers_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."sellers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parcel_lines" ADD CONSTRAINT "parcel_lines_seller_id_parcel_id_parcels_seller_id_id_fk" FOREIGN KEY ("seller_id","parcel_id") REFERENCES "public"."parcels"("seller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parcel_lines" ADD CONSTRAINT "parcel_lines_seller_id_order_line_id_order_lines_seller_id_id_fk" FOREIGN KEY ("seller_id","order_line_id") REFERENCES "public"."order_lines"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parcels" ADD CONSTRAINT "parcels_seller_id_order_id_orders_seller_id_id_fk" FOREIGN KEY ("seller_id","order_id") REFERENCES "public"."orders"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_seller_id_claim_id_claims_seller_id_id_fk" FOREIGN KEY ("seller_id","claim_id") REFERENCES "public"."claims"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_seller_id_reply_id_replies_seller_id_id_fk" FOREIGN KEY ("seller_id","reply_id") REFERENCES "public"."replies"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_seller_id_clock_id_clocks_seller_id_id_fk" FOREIGN KEY ("seller_id","clock_id") REFERENCES "public"."clocks"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_seller_id_claim_id_claims_seller_id_id_fk" FOREIGN KEY ("seller_id","claim_id") REFERENCES "public"."claims"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_series" ADD CONSTRAINT "invoice_series_seller_id_sellers_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."sellers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_profiles" ADD CONSTRAINT "return_profiles_seller_id_sellers_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."sellers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_seller_id_sellers_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."sellers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_seller_id_sellers_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."sellers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_key_hash" ON "api_keys" USING btree ("key_hash");--> statement-breakpoint
CREATE INDEX "api_keys_of_seller" ON "api_keys" USING btree ("seller_id");--> statement-breakpoint
CREATE INDEX "inbox" ON "claims" USING btree ("seller_id","state","next_due_before","id");--> statement-breakpoint
CREATE INDEX "claims_by_urgency" ON "claims" USING btree ("seller_id","next_due_before","id");--> statement-breakpoint
CREATE INDEX "claims_of_order" ON "claims" USING btree ("seller_id","order_id");--> statement-breakpoint
CREATE INDEX "clocks_of_claim" ON "clocks" USING btree ("seller_id","claim_id");--> statement-breakpoint
CREATE INDEX "clocks_due" ON "clocks" USING btree ("seller_id","whose_turn","due_before");--> statement-breakpoint
CREATE INDEX "documents_of_claim" ON "documents" USING btree ("seller_id","claim_id");--> statement-breakpoint
CREATE INDEX "documents_of_order" ON "documents" USING btree ("seller_id","order_id");--> statement-breakpoint
CREATE INDEX "documents_by_hash" ON "documents" USING btree ("seller_id","sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "one_invoice_per_order" ON "invoices" USING btree ("seller_id","order_id") WHERE kind = 'invoice' and replaces_invoice_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX "replaced_once" ON "invoices" USING btree ("seller_id","replaces_invoice_id");--> statement-breakpoint
CREATE INDEX "invoices_by_day" ON "invoices" USING btree ("seller_id","issued_on");--> statement-breakpoint
CREATE INDEX "events_of_seller" ON "events" USING btree ("seller_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "link_id" ON "customer_links" USING btree ("id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_link_per_order_and_audience" ON "customer_links" USING btree ("seller_id","order_id","audience");--> statement-breakpoint
CREATE INDEX "codes_of_link" ON "link_codes" USING btree ("seller_id","link_id","created_at");--> statement-breakpoint
CREATE INDEX "submissions_waiting" ON "submissions" USING btree ("status","submitted_at");--> statement-breakpoint
CREATE UNIQUE INDEX "mail_once" ON "mails" USING btree ("dedupe_key");--> statement-breakpoint
CREATE UNIQUE INDEX "mail_message_id" ON "mails" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "mails_by_day" ON "mails" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "mails_of_seller" ON "mails" USING btree ("seller_id","created_at");--> statement-breakpoint
CREATE INDEX "messages_of_claim" ON "messages" USING btree ("seller_id","claim_id","sent_at");--> statement-breakpoint
CREATE INDEX "discounts_of_order" ON "order_discounts" USING btree ("seller_id","order_id");--> statement-breakpoint
CREATE INDEX "payments_of_order" ON "order_payments" USING btree ("seller_id","order_id");--> statement-breakpoint
CREATE INDEX "refunds_of_order" ON "order_refunds" USING btree ("seller_id","order_id");--> statement-breakpoint
CREATE INDEX "orders_by_number" ON "orders" USING btree ("number");--> statement-breakpoint
CREATE INDEX "orders_by_placed_at" ON "orders" USING btree ("seller_id","placed_at","id");--> statement-breakpoint
CREATE INDEX "parcels_of_order" ON "parcels" USING btree ("seller_id","order_id","position");--> statement-breakpoint
CREATE INDEX "parcels_by_tracking" ON "parcels" USING btree ("seller_id","tracking_number");--> statement-breakpoint
CREATE INDEX "commitments_of_claim" ON "commitments" USING btree ("seller_id","claim_id");--> statement-breakpoint
CREATE INDEX "commitments_due" ON "commitments" USING btree ("seller_id","status","due_on");--> statement-breakpoint
CREATE INDEX "replies_of_claim" ON "replies" USING btree ("seller_id","claim_id","sent_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_draft_per_author" ON "replies" USING btree ("seller_id","claim_id","author") WHERE status = 'draft';--> statement-breakpoint
CREATE UNIQUE INDEX "one_default_return_profile" ON "return_profiles" USING btree ("seller_id") WHERE is_default;--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_token" ON "invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "memberships_of_user" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_of_user" ON "sessions" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE POLICY "shared_rows" ON "api_keys" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or current_setting('app.scope', true) = 'entry' or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or current_setting('app.scope', true) = 'entry' or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "shared_rows" ON "idempotency_keys" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or current_setting('app.scope', true) = 'entry') WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or current_setting('app.scope', true) = 'entry');--> statement-breakpoint
CREATE POLICY "shared_rows" ON "rate_limits" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or current_setting('app.scope', true) = 'entry') WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or current_setting('app.scope', true) = 'entry');--> statement-breakpoint
CREATE POLICY "entry_reads" ON "rate_limits" AS PERMISSIVE FOR SELECT TO "espace_app" USING (current_setting('app.scope', true) = 'entry' and true);--> statement-breakpoint
CREATE POLICY "seller_rows" ON "claim_lines" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "customer_rows" ON "claim_lines" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and claim_id in (select c.id from claims c where c.seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and c.order_id = nullif(current_setting('app.order_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and claim_id in (select c.id from claims c where c.seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and c.order_id = nullif(current_setting('app.order_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "seller_rows" ON "claims" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "customer_rows" ON "claims" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and order_id = nullif(current_setting('app.order_id', true), '')::uuid) WITH CHECK (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and order_id = nullif(current_setting('app.order_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "seller_rows" ON "clocks" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "customer_rows" ON "clocks" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and claim_id in (select c.id from claims c where c.seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and c.order_id = nullif(current_setting('app.order_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and claim_id in (select c.id from claims c where c.seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and c.order_id = nullif(current_setting('app.order_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "seller_rows" ON "documents" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "customer_rows" ON "documents" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and visibility = 'conversation' and order_id = nullif(current_setting('app.order_id', true), '')::uuid) WITH CHECK (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and visibility = 'conversation' and order_id = nullif(current_setting('app.order_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "seller_rows" ON "imports" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "seller_rows" ON "invoices" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "customer_rows" ON "invoices" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and order_id = nullif(current_setting('app.order_id', true), '')::uuid) WITH CHECK (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and order_id = nullif(current_setting('app.order_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "journal_rows" ON "event_heads" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or current_setting('app.scope', true) = 'entry' or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) or (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and stream_kind = 'claim' and stream_id in (select c.id from claims c where c.order_id = nullif(current_setting('app.order_id', true), '')::uuid))) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or current_setting('app.scope', true) = 'entry' or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) or (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and stream_kind = 'claim' and stream_id in (select c.id from claims c where c.order_id = nullif(current_setting('app.order_id', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "journal_rows" ON "event_payloads" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or current_setting('app.scope', true) = 'entry' or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) or (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and stream_kind = 'claim' and stream_id in (select c.id from claims c where c.order_id = nullif(current_setting('app.order_id', true), '')::uuid))) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or current_setting('app.scope', true) = 'entry' or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) or (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and stream_kind = 'claim' and stream_id in (select c.id from claims c where c.order_id = nullif(current_setting('app.order_id', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "journal_rows" ON "events" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or current_setting('app.scope', true) = 'entry' or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) or (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and stream_kind = 'claim' and stream_id in (select c.id from claims c where c.order_id = nullif(current_setting('app.order_id', true), '')::uuid))) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or current_setting('app.scope', true) = 'entry' or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) or (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and stream_kind = 'claim' and stream_id in (select c.id from claims c where c.order_id = nullif(current_setting('app.order_id', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "seller_rows" ON "customer_links" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "customer_rows" ON "customer_links" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and order_id = nullif(current_setting('app.order_id', true), '')::uuid) WITH CHECK (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and order_id = nullif(current_setting('app.order_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "entry_reads" ON "customer_links" AS PERMISSIVE FOR SELECT TO "espace_app" USING (current_setting('app.scope', true) = 'entry' and true);--> statement-breakpoint
CREATE POLICY "seller_rows" ON "link_codes" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "customer_rows" ON "link_codes" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and order_id = nullif(current_setting('app.order_id', true), '')::uuid) WITH CHECK (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and order_id = nullif(current_setting('app.order_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "shared_rows" ON "submissions" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or current_setting('app.scope', true) = 'entry') WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or current_setting('app.scope', true) = 'entry');--> statement-breakpoint
CREATE POLICY "mail_rows" ON "mails" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or current_setting('app.scope', true) = 'entry' or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or current_setting('app.scope', true) = 'entry' or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "customer_writes_mail" ON "mails" AS PERMISSIVE FOR INSERT TO "espace_app" WITH CHECK (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "public_read" ON "channels" AS PERMISSIVE FOR SELECT TO "espace_app" USING (current_setting('app.scope', true) is not null and current_setting('app.scope', true) <> '');--> statement-breakpoint
CREATE POLICY "operator_write" ON "channels" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep')) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep'));--> statement-breakpoint
CREATE POLICY "public_read" ON "marketplace" AS PERMISSIVE FOR SELECT TO "espace_app" USING (current_setting('app.scope', true) is not null and current_setting('app.scope', true) <> '');--> statement-breakpoint
CREATE POLICY "operator_write" ON "marketplace" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep')) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep'));--> statement-breakpoint
CREATE POLICY "public_read" ON "policies" AS PERMISSIVE FOR SELECT TO "espace_app" USING (current_setting('app.scope', true) is not null and current_setting('app.scope', true) <> '');--> statement-breakpoint
CREATE POLICY "operator_write" ON "policies" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep')) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep'));--> statement-breakpoint
CREATE POLICY "seller_rows" ON "messages" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "customer_rows" ON "messages" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and visibility = 'conversation' and claim_id in (select c.id from claims c where c.seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and c.order_id = nullif(current_setting('app.order_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and visibility = 'conversation' and claim_id in (select c.id from claims c where c.seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and c.order_id = nullif(current_setting('app.order_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "seller_rows" ON "order_discounts" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "customer_rows" ON "order_discounts" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and order_id = nullif(current_setting('app.order_id', true), '')::uuid) WITH CHECK (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and order_id = nullif(current_setting('app.order_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "seller_rows" ON "order_payments" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "customer_rows" ON "order_payments" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and order_id = nullif(current_setting('app.order_id', true), '')::uuid) WITH CHECK (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and order_id = nullif(current_setting('app.order_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "seller_rows" ON "order_refunds" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "customer_rows" ON "order_refunds" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and order_id = nullif(current_setting('app.order_id', true), '')::uuid) WITH CHECK (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and order_id = nullif(current_setting('app.order_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "seller_rows" ON "order_lines" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "customer_rows" ON "order_lines" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and order_id = nullif(current_setting('app.order_id', true), '')::uuid) WITH CHECK (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and order_id = nullif(current_setting('app.order_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "seller_rows" ON "orders" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "customer_rows" ON "orders" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and id = nullif(current_setting('app.order_id', true), '')::uuid) WITH CHECK (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and id = nullif(current_setting('app.order_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "entry_reads" ON "orders" AS PERMISSIVE FOR SELECT TO "espace_app" USING (current_setting('app.scope', true) = 'entry' and number = nullif(current_setting('app.order_number', true), ''));--> statement-breakpoint
CREATE POLICY "seller_rows" ON "parcel_lines" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "customer_rows" ON "parcel_lines" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and order_id = nullif(current_setting('app.order_id', true), '')::uuid) WITH CHECK (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and order_id = nullif(current_setting('app.order_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "seller_rows" ON "parcels" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "customer_rows" ON "parcels" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and order_id = nullif(current_setting('app.order_id', true), '')::uuid) WITH CHECK (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and order_id = nullif(current_setting('app.order_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "seller_rows" ON "commitments" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "customer_rows" ON "commitments" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and claim_id in (select c.id from claims c where c.seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and c.order_id = nullif(current_setting('app.order_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and claim_id in (select c.id from claims c where c.seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and c.order_id = nullif(current_setting('app.order_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "seller_rows" ON "replies" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "customer_rows" ON "replies" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and status = 'sent' and claim_id in (select c.id from claims c where c.seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and c.order_id = nullif(current_setting('app.order_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and status = 'sent' and claim_id in (select c.id from claims c where c.seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and c.order_id = nullif(current_setting('app.order_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "seller_rows" ON "invoice_series" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "seller_rows" ON "return_profiles" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "customer_rows" ON "return_profiles" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and true) WITH CHECK (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and true);--> statement-breakpoint
CREATE POLICY "own_seller_row" ON "sellers" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job', 'customer') and id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job', 'customer') and id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "entry_reads" ON "sellers" AS PERMISSIVE FOR SELECT TO "espace_app" USING (current_setting('app.scope', true) = 'entry' and true);--> statement-breakpoint
CREATE POLICY "seller_rows" ON "invitations" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "entry_reads" ON "invitations" AS PERMISSIVE FOR SELECT TO "espace_app" USING (current_setting('app.scope', true) = 'entry' and true);--> statement-breakpoint
CREATE POLICY "seller_rows" ON "memberships" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "entry_reads" ON "memberships" AS PERMISSIVE FOR SELECT TO "espace_app" USING (current_setting('app.scope', true) = 'entry' and true);--> statement-breakpoint
CREATE POLICY "shared_rows" ON "password_resets" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or current_setting('app.scope', true) = 'entry') WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or current_setting('app.scope', true) = 'entry');--> statement-breakpoint
CREATE POLICY "shared_rows" ON "sessions" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or current_setting('app.scope', true) = 'entry') WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or current_setting('app.scope', true) = 'entry');--> statement-breakpoint
CREATE POLICY "shared_rows" ON "sign_in_failures" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or current_setting('app.scope', true) = 'entry') WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or current_setting('app.scope', true) = 'entry');--> statement-breakpoint
CREATE POLICY "shared_rows" ON "users" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or current_setting('app.scope', true) = 'entry') WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or current_setting('app.scope', true) = 'entry');--> statement-breakpoint
CREATE POLICY "members_seen" ON "users" AS PERMISSIVE FOR SELECT TO "espace_app" USING (current_setting('app.scope', true) in ('seller', 'job') and exists (select 1 from memberships m where m.user_id = users.id));