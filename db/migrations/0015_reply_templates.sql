CREATE TABLE "reply_templates" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"situation" "situation",
	"solution" "solution",
	"locale" text NOT NULL,
	"body" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reply_templates_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "template_locale" CHECK (locale in ('fr', 'en'))
);
--> statement-breakpoint
ALTER TABLE "reply_templates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "reply_templates" ADD CONSTRAINT "reply_templates_seller_id_sellers_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."sellers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "template_name_once" ON "reply_templates" USING btree ("seller_id","locale","name");--> statement-breakpoint
CREATE POLICY "seller_rows" ON "reply_templates" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
-- Row-level security binds the owner too.
ALTER TABLE "reply_templates" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "reply_templates" TO espace_app;
