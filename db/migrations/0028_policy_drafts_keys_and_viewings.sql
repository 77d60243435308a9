CREATE TABLE "policy_drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"based_on" integer NOT NULL,
	"content" jsonb NOT NULL,
	"effective_on" date NOT NULL,
	"reason" text NOT NULL,
	"author" uuid NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"published_version" integer,
	CONSTRAINT "published_draft_has_ended" CHECK (published_version is null or ended_at is not null)
);
--> statement-breakpoint
ALTER TABLE "policy_drafts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "seller_viewings" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "seller_viewings_seller_id_id_pk" PRIMARY KEY("seller_id","id")
);
--> statement-breakpoint
ALTER TABLE "seller_viewings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "carried_out_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "lifted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "access" text DEFAULT 'write' NOT NULL;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "last_used_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "expires_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "drafted_by" uuid;--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "viewed_seller_id" uuid;--> statement-breakpoint
ALTER TABLE "policy_drafts" ADD CONSTRAINT "policy_drafts_based_on_policies_version_fk" FOREIGN KEY ("based_on") REFERENCES "public"."policies"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_drafts" ADD CONSTRAINT "policy_drafts_published_version_policies_version_fk" FOREIGN KEY ("published_version") REFERENCES "public"."policies"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seller_viewings" ADD CONSTRAINT "seller_viewings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seller_viewings" ADD CONSTRAINT "seller_viewings_seller_id_sellers_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."sellers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_draft" ON "policy_drafts" USING btree ((true)) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "viewings_by_time" ON "seller_viewings" USING btree ("seller_id","started_at");--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "suspended_by_decision" CHECK (carried_out_at is null or effect = 'suspension');--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "lifted_after_suspension" CHECK (lifted_at is null or carried_out_at is not null);--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "key_access_known" CHECK (access in ('read', 'write'));--> statement-breakpoint
ALTER TABLE "policies" ADD CONSTRAINT "published_by_another" CHECK (published_by <> drafted_by);--> statement-breakpoint
CREATE POLICY "operator_rows" ON "policy_drafts" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep')) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep'));--> statement-breakpoint
CREATE POLICY "seller_rows" ON "seller_viewings" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
-- Row-level security binds the owner too; a draft and a look that were made are never taken away.
ALTER TABLE "policy_drafts" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "seller_viewings" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "policy_drafts", "seller_viewings" TO espace_app;--> statement-breakpoint
-- A published version never changes. What an operator publishes begins later, after the versions before it, and leaves the law as it was.
CREATE FUNCTION keep_policy() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  earlier policies%ROWTYPE;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    RAISE EXCEPTION 'a published version of the policy never changes';
  END IF;
  IF NEW.published_by IS NULL THEN
    RETURN NEW;
  END IF;
  SELECT * INTO earlier FROM policies ORDER BY version DESC LIMIT 1;
  IF NEW.drafted_by IS NULL OR NEW.version <> earlier.version + 1
    OR NEW.effective_from <= NEW.published_at OR NEW.effective_from <= earlier.effective_from
  THEN
    RAISE EXCEPTION 'a version has an author, follows the last one, and begins after it and after its publication';
  END IF;
  IF EXISTS (
    SELECT 1 FROM jsonb_each(earlier.content -> 'deadlines' -> 'rules') AS rule
    WHERE rule.value ->> 'origin' LIKE 'law:%'
      AND rule.value IS DISTINCT FROM NEW.content -> 'deadlines' -> 'rules' -> rule.key
  ) THEN
    RAISE EXCEPTION 'what the law sets is not the operator''s to change';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_policy BEFORE INSERT OR UPDATE OR DELETE ON "policies" FOR EACH ROW EXECUTE FUNCTION keep_policy();
--> statement-breakpoint
-- A threshold is ended by the next one, never reworded: alerts name it.
CREATE FUNCTION keep_threshold() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.ended_at IS NOT NULL
    OR (OLD.id, OLD.measure, OLD.at_least_bps, OLD.days, OLD.min_sample, OLD.origin, OLD.effective_from, OLD.created_by)
      IS DISTINCT FROM (NEW.id, NEW.measure, NEW.at_least_bps, NEW.days, NEW.min_sample, NEW.origin, NEW.effective_from, NEW.created_by)
  THEN
    RAISE EXCEPTION 'a threshold is never edited';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_threshold BEFORE UPDATE OR DELETE ON "thresholds" FOR EACH ROW EXECUTE FUNCTION keep_threshold();
