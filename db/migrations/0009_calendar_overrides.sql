CREATE TYPE "public"."calendar_change" AS ENUM('add', 'remove', 'withdraw');--> statement-breakpoint
CREATE TABLE "calendar_overrides" (
	"version" integer PRIMARY KEY NOT NULL,
	"calendar" text NOT NULL,
	"day" date NOT NULL,
	"change" "calendar_change" NOT NULL,
	"name_fr" text,
	"name_en" text,
	"origin" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "override_numbered_from_one" CHECK (version > 0),
	CONSTRAINT "override_in_range" CHECK (day between '2000-01-01' and '2100-12-31'),
	CONSTRAINT "added_day_is_named" CHECK ((change = 'add') = (name_fr is not null and name_en is not null)),
	CONSTRAINT "override_has_origin" CHECK (origin ~ '^(law|contract):.')
);
--> statement-breakpoint
ALTER TABLE "calendar_overrides" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "calendar_runs" (
	"version" integer PRIMARY KEY NOT NULL,
	"reached_id" uuid,
	"moved" integer DEFAULT 0 NOT NULL,
	"became_overdue" integer DEFAULT 0 NOT NULL,
	"no_longer_overdue" integer DEFAULT 0 NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "calendar_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "clocks" ADD COLUMN "calendar_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "calendar_runs" ADD CONSTRAINT "calendar_runs_version_calendar_overrides_version_fk" FOREIGN KEY ("version") REFERENCES "public"."calendar_overrides"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "overrides_of_calendar" ON "calendar_overrides" USING btree ("calendar","day");--> statement-breakpoint
CREATE INDEX "clocks_open" ON "clocks" USING btree ("id") WHERE stopped_at is null and cancelled_at is null;--> statement-breakpoint
CREATE POLICY "public_read" ON "calendar_overrides" AS PERMISSIVE FOR SELECT TO "espace_app" USING (current_setting('app.scope', true) is not null and current_setting('app.scope', true) <> '');--> statement-breakpoint
CREATE POLICY "operator_write" ON "calendar_overrides" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep')) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep'));--> statement-breakpoint
CREATE POLICY "public_read" ON "calendar_runs" AS PERMISSIVE FOR SELECT TO "espace_app" USING (current_setting('app.scope', true) is not null and current_setting('app.scope', true) <> '');--> statement-breakpoint
CREATE POLICY "operator_write" ON "calendar_runs" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep')) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep'));--> statement-breakpoint
-- Row-level security binds the owner too; a correction is never edited, only withdrawn by a later one.
ALTER TABLE "calendar_overrides" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "calendar_runs" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT ON "calendar_overrides" TO espace_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "calendar_runs" TO espace_app;
