CREATE TABLE "intake_answers" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"question" text NOT NULL,
	"version" integer NOT NULL,
	"answer" jsonb NOT NULL,
	"answered_by" text NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "intake_answers_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "one_answer_per_version" UNIQUE("seller_id","claim_id","question","version"),
	CONSTRAINT "answer_version_positive" CHECK (version > 0)
);
--> statement-breakpoint
ALTER TABLE "intake_answers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "intake" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "intake_answers" ADD CONSTRAINT "intake_answers_seller_id_claim_id_claims_seller_id_id_fk" FOREIGN KEY ("seller_id","claim_id") REFERENCES "public"."claims"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "seller_rows" ON "intake_answers" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "customer_rows" ON "intake_answers" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and claim_id in (select c.id from claims c where c.seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and c.order_id = nullif(current_setting('app.order_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and claim_id in (select c.id from claims c where c.seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and c.order_id = nullif(current_setting('app.order_id', true), '')::uuid));--> statement-breakpoint
-- Row-level security binds the owner too; an answer once given is neither changed nor taken away.
ALTER TABLE "intake_answers" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT ON "intake_answers" TO espace_app;
