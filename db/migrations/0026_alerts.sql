CREATE TABLE "alerts" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"threshold_id" uuid NOT NULL,
	"facts" jsonb NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"answer_before" timestamp with time zone NOT NULL,
	"answer" text,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	"effect" text,
	"reasons" jsonb,
	"effective_on" date,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"appeal_before" timestamp with time zone,
	"appeal" text,
	"appealed_at" timestamp with time zone,
	"appealed_by" uuid,
	"appeal_outcome" text,
	"appeal_reason" text,
	"judged_at" timestamp with time zone,
	"judged_by" uuid,
	CONSTRAINT "alerts_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "answered_whole" CHECK ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
	CONSTRAINT "seller_heard_first" CHECK (decided_at is null or answered_at is not null or decided_at >= answer_before),
	CONSTRAINT "decided_with_reasons" CHECK (num_nulls(effect, reasons, effective_on, decided_at, decided_by, appeal_before) in (0, 6)),
	CONSTRAINT "effect_known" CHECK (effect in ('no_action', 'warning', 'suspension')),
	CONSTRAINT "appeal_in_its_term" CHECK (appealed_at is null or (decided_at is not null and appealed_at < appeal_before)),
	CONSTRAINT "appealed_whole" CHECK (num_nulls(appeal, appealed_at, appealed_by) in (0, 3)),
	CONSTRAINT "judged_whole" CHECK (num_nulls(appeal_outcome, appeal_reason, judged_at, judged_by) in (0, 4)),
	CONSTRAINT "judged_after_appeal" CHECK (judged_at is null or appealed_at is not null),
	CONSTRAINT "judged_by_another" CHECK (judged_by <> decided_by),
	CONSTRAINT "outcome_known" CHECK (appeal_outcome in ('upheld', 'overturned'))
);
--> statement-breakpoint
ALTER TABLE "alerts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "thresholds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"measure" text NOT NULL,
	"at_least_bps" integer NOT NULL,
	"days" integer NOT NULL,
	"min_sample" integer NOT NULL,
	"origin" text NOT NULL,
	"effective_from" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"created_by" uuid,
	CONSTRAINT "share_of_a_whole" CHECK (at_least_bps between 1 and 10000),
	CONSTRAINT "sample_not_empty" CHECK (min_sample >= 1),
	CONSTRAINT "days_of_a_year" CHECK (days between 1 and 366),
	CONSTRAINT "ended_after_start" CHECK (ended_at >= effective_from)
);
--> statement-breakpoint
ALTER TABLE "thresholds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_threshold_id_thresholds_id_fk" FOREIGN KEY ("threshold_id") REFERENCES "public"."thresholds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_seller_id_sellers_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."sellers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "raised_once" ON "alerts" USING btree ("seller_id","threshold_id") WHERE decided_at is null;--> statement-breakpoint
CREATE INDEX "alerts_by_time" ON "alerts" USING btree ("raised_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_threshold_in_force" ON "thresholds" USING btree ("measure") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "clocks_overdue" ON "clocks" USING btree ("effective_due_before") WHERE stopped_at is null and cancelled_at is null and whose_turn = 'seller';--> statement-breakpoint
CREATE INDEX "figures_open" ON "figure_counts" USING btree ("seller_id","bound") WHERE measure = 'clock_open';--> statement-breakpoint
CREATE POLICY "seller_rows" ON "alerts" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "public_read" ON "thresholds" AS PERMISSIVE FOR SELECT TO "espace_app" USING (current_setting('app.scope', true) is not null and current_setting('app.scope', true) <> '');--> statement-breakpoint
CREATE POLICY "operator_write" ON "thresholds" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep')) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep'));--> statement-breakpoint
-- Row-level security binds the owner too; an alert that was raised is never taken away.
ALTER TABLE "alerts" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "thresholds" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "alerts", "thresholds" TO espace_app;--> statement-breakpoint
-- What was alleged and what was decided is never reworded; each step is taken once.
CREATE FUNCTION keep_alert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.facts, OLD.threshold_id, OLD.raised_at, OLD.answer_before)
      IS DISTINCT FROM (NEW.facts, NEW.threshold_id, NEW.raised_at, NEW.answer_before)
    OR (OLD.answered_at IS NOT NULL AND (OLD.answer, OLD.answered_at, OLD.answered_by)
      IS DISTINCT FROM (NEW.answer, NEW.answered_at, NEW.answered_by))
    OR (OLD.decided_at IS NOT NULL AND (OLD.effect, OLD.reasons, OLD.effective_on, OLD.decided_at, OLD.decided_by, OLD.appeal_before)
      IS DISTINCT FROM (NEW.effect, NEW.reasons, NEW.effective_on, NEW.decided_at, NEW.decided_by, NEW.appeal_before))
    OR (OLD.appealed_at IS NOT NULL AND (OLD.appeal, OLD.appealed_at, OLD.appealed_by)
      IS DISTINCT FROM (NEW.appeal, NEW.appealed_at, NEW.appealed_by))
    OR (OLD.judged_at IS NOT NULL AND (OLD.appeal_outcome, OLD.appeal_reason, OLD.judged_at, OLD.judged_by)
      IS DISTINCT FROM (NEW.appeal_outcome, NEW.appeal_reason, NEW.judged_at, NEW.judged_by))
  THEN
    RAISE EXCEPTION 'an alert''s past is never edited';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_alert BEFORE UPDATE ON "alerts" FOR EACH ROW EXECUTE FUNCTION keep_alert();
--> statement-breakpoint
-- The first threshold, under the policies that row-level security asks for.
SELECT set_config('app.scope', 'sweep', true);
--> statement-breakpoint
SET LOCAL ROLE espace_app;
--> statement-breakpoint
INSERT INTO "thresholds" (id, measure, at_least_bps, days, min_sample, origin, effective_from)
VALUES ('0198a0c0-0000-7000-8000-00000000ff01', 'on_time', 9500, 30, 20, 'contract:seller-terms', '2026-01-01T00:00:00Z');
--> statement-breakpoint
RESET ROLE;
--> statement-breakpoint
SELECT set_config('app.scope', '', true);
