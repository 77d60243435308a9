CREATE TABLE "proof_contests" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"document_ids" uuid[] NOT NULL,
	"contested_at" timestamp with time zone NOT NULL,
	"attested_at" timestamp with time zone,
	"attested_by" text,
	"inquiry_opened_on" date,
	"inquiry_reference" text,
	"inquiry_answer_on" date,
	"inquiry_outcome" text,
	"inquiry_ended_at" timestamp with time zone,
	"ruling" text,
	"ruling_reason" text,
	"ruled_at" timestamp with time zone,
	"ruled_by" text,
	CONSTRAINT "proof_contests_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "attested_by_someone" CHECK ((attested_at is null) = (attested_by is null)),
	CONSTRAINT "inquiry_with_answer_day" CHECK ((inquiry_opened_on is null) = (inquiry_answer_on is null)),
	CONSTRAINT "inquiry_opened_before_answer" CHECK (inquiry_answer_on >= inquiry_opened_on),
	CONSTRAINT "inquiry_outcome_known" CHECK (inquiry_outcome in ('delivery_confirmed', 'not_delivered', 'no_answer')),
	CONSTRAINT "inquiry_ended_once_open" CHECK ((inquiry_outcome is null) = (inquiry_ended_at is null) and (inquiry_outcome is null or inquiry_opened_on is not null)),
	CONSTRAINT "ruling_known" CHECK (ruling in ('upheld', 'overturned')),
	CONSTRAINT "ruled_with_reason" CHECK ((ruling is null) = (ruled_at is null) and (ruling is null) = (ruled_by is null) and (ruling is null) = (ruling_reason is null))
);
--> statement-breakpoint
ALTER TABLE "proof_contests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "proof_contests" ADD CONSTRAINT "proof_contests_seller_id_claim_id_claims_seller_id_id_fk" FOREIGN KEY ("seller_id","claim_id") REFERENCES "public"."claims"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "proof_contests_of_claim" ON "proof_contests" USING btree ("seller_id","claim_id","contested_at");--> statement-breakpoint
CREATE INDEX "proof_contests_by_day" ON "proof_contests" USING btree ("contested_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_contest_per_claim" ON "proof_contests" USING btree ("seller_id","claim_id") WHERE ruling is null;--> statement-breakpoint
CREATE POLICY "seller_rows" ON "proof_contests" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "customer_rows" ON "proof_contests" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and claim_id in (select c.id from claims c where c.seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and c.order_id = nullif(current_setting('app.order_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and claim_id in (select c.id from claims c where c.seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and c.order_id = nullif(current_setting('app.order_id', true), '')::uuid));--> statement-breakpoint
-- Row-level security binds the owner too; what was contested and ruled is never taken away.
ALTER TABLE "proof_contests" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "proof_contests" TO espace_app;
