ALTER TYPE "public"."mail_status" ADD VALUE 'sending' BEFORE 'sent';--> statement-breakpoint
ALTER TYPE "public"."mail_status" ADD VALUE 'bounced' BEFORE 'cancelled';--> statement-breakpoint
CREATE TABLE "seller_notices" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"clock_id" uuid,
	"kind" text NOT NULL,
	"template" text NOT NULL,
	"content" jsonb NOT NULL,
	"dedupe_key" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "seller_notices_seller_id_id_pk" PRIMARY KEY("seller_id","id")
);
--> statement-breakpoint
ALTER TABLE "seller_notices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "notice_choices" jsonb;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "digested_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "seller_notices" ADD CONSTRAINT "seller_notices_seller_id_claim_id_claims_seller_id_id_fk" FOREIGN KEY ("seller_id","claim_id") REFERENCES "public"."claims"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "notice_once" ON "seller_notices" USING btree ("dedupe_key");--> statement-breakpoint
CREATE INDEX "notices_of_seller" ON "seller_notices" USING btree ("seller_id","created_at");--> statement-breakpoint
CREATE POLICY "seller_rows" ON "seller_notices" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "customer_writes_notice" ON "seller_notices" AS PERMISSIVE FOR INSERT TO "espace_app" WITH CHECK (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
-- Row-level security binds the owner too; news that was written is never taken away.
ALTER TABLE "seller_notices" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT ON "seller_notices" TO espace_app;
