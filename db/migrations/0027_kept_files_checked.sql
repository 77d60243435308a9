CREATE TABLE "file_checks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone NOT NULL,
	"files" bigint NOT NULL,
	"bytes" bigint NOT NULL,
	"orphans" integer NOT NULL,
	"is_sound" boolean NOT NULL,
	"faults" jsonb NOT NULL,
	CONSTRAINT "sound_without_fault" CHECK (is_sound = (faults = '[]'::jsonb))
);
--> statement-breakpoint
ALTER TABLE "file_checks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "replaced_by" uuid;--> statement-breakpoint
CREATE INDEX "file_checks_by_time" ON "file_checks" USING btree ("started_at");--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_seller_id_replaced_by_documents_seller_id_id_fk" FOREIGN KEY ("seller_id","replaced_by") REFERENCES "public"."documents"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "documents_by_file" ON "documents" USING btree ("storage_key");--> statement-breakpoint
CREATE INDEX "documents_by_preview" ON "documents" USING btree ("preview_key");--> statement-breakpoint
CREATE POLICY "operator_rows" ON "file_checks" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep')) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep'));--> statement-breakpoint
-- Row-level security binds the owner too; what was found is never changed.
ALTER TABLE "file_checks" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON "file_checks" TO espace_app;
