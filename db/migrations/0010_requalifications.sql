CREATE TYPE "public"."requalification_consent" AS ENUM('not_needed', 'asked', 'given', 'refused');--> statement-breakpoint
CREATE TABLE "requalifications" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"from_situation" "situation" NOT NULL,
	"to_situation" "situation" NOT NULL,
	"reason" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"consent" "requalification_consent" NOT NULL,
	"decided_at" timestamp with time zone,
	"applied_at" timestamp with time zone,
	CONSTRAINT "requalifications_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "requalified_to_another" CHECK (from_situation <> to_situation),
	CONSTRAINT "decided_with_consent" CHECK ((decided_at is not null) = (consent in ('given', 'refused'))),
	CONSTRAINT "applied_when_allowed" CHECK ((applied_at is not null) = (consent in ('not_needed', 'given')))
);
--> statement-breakpoint
ALTER TABLE "requalifications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "requalifications" ADD CONSTRAINT "requalifications_seller_id_claim_id_claims_seller_id_id_fk" FOREIGN KEY ("seller_id","claim_id") REFERENCES "public"."claims"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "requalifications_of_claim" ON "requalifications" USING btree ("seller_id","claim_id","asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_question_per_claim" ON "requalifications" USING btree ("seller_id","claim_id") WHERE consent = 'asked';--> statement-breakpoint
CREATE POLICY "seller_rows" ON "requalifications" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "customer_rows" ON "requalifications" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and claim_id in (select c.id from claims c where c.seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and c.order_id = nullif(current_setting('app.order_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and claim_id in (select c.id from claims c where c.seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and c.order_id = nullif(current_setting('app.order_id', true), '')::uuid));--> statement-breakpoint
-- Row-level security binds the owner too; what was asked and answered is never taken away.
ALTER TABLE "requalifications" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "requalifications" TO espace_app;
