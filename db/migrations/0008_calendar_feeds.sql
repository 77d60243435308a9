CREATE TABLE "calendar_feeds" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"generation" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "calendar_feeds_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "one_calendar_feed_per_member" UNIQUE("seller_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "calendar_feeds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_seller_id_user_id_memberships_seller_id_user_id_fk" FOREIGN KEY ("seller_id","user_id") REFERENCES "public"."memberships"("seller_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feed_id" ON "calendar_feeds" USING btree ("id");--> statement-breakpoint
CREATE POLICY "seller_rows" ON "calendar_feeds" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "entry_reads" ON "calendar_feeds" AS PERMISSIVE FOR SELECT TO "espace_app" USING (current_setting('app.scope', true) = 'entry' and true);--> statement-breakpoint
-- Row-level security binds the owner too.
ALTER TABLE "calendar_feeds" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "calendar_feeds" TO espace_app;
