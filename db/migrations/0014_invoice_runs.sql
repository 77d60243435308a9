CREATE TYPE "public"."invoice_run_status" AS ENUM('running', 'done', 'cancelled', 'failed');--> statement-breakpoint
CREATE TABLE "invoice_runs" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"period_from" date NOT NULL,
	"period_before" date NOT NULL,
	"status" "invoice_run_status" NOT NULL,
	"total_count" integer NOT NULL,
	"issued_count" integer DEFAULT 0 NOT NULL,
	"refused" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"refused_count" integer DEFAULT 0 NOT NULL,
	"last_order_number" text,
	"started_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "invoice_runs_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "invoice_run_counts" CHECK (issued_count >= 0 and refused_count >= 0 and total_count >= 0)
);
--> statement-breakpoint
ALTER TABLE "invoice_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "invoice_runs" ADD CONSTRAINT "invoice_runs_seller_id_sellers_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."sellers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_run_at_a_time" ON "invoice_runs" USING btree ("seller_id") WHERE status = 'running';--> statement-breakpoint
CREATE POLICY "seller_rows" ON "invoice_runs" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
-- Row-level security binds the owner too; a run that took place is never taken away.
ALTER TABLE "invoice_runs" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "invoice_runs" TO espace_app;
