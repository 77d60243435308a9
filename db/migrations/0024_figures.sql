CREATE TABLE "figure_changes" (
	"seller_id" uuid NOT NULL,
	"day" date NOT NULL,
	"measure" text NOT NULL,
	"situation" text NOT NULL,
	"channel_id" text NOT NULL,
	"detail" text NOT NULL,
	"bound" timestamp with time zone NOT NULL,
	"change" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "figure_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "figure_checks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone NOT NULL,
	"events" bigint NOT NULL,
	"figures" bigint NOT NULL,
	"is_equal" boolean NOT NULL,
	"differences" jsonb NOT NULL,
	CONSTRAINT "equal_without_difference" CHECK (is_equal = (differences = '[]'::jsonb))
);
--> statement-breakpoint
ALTER TABLE "figure_checks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "figure_counts" (
	"seller_id" uuid NOT NULL,
	"day" date NOT NULL,
	"measure" text NOT NULL,
	"situation" text NOT NULL,
	"channel_id" text NOT NULL,
	"detail" text NOT NULL,
	"bound" timestamp with time zone NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "figure_counts_cell" PRIMARY KEY("seller_id","day","measure","situation","channel_id","detail","bound")
);
--> statement-breakpoint
ALTER TABLE "figure_counts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "figure_marks" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"reply_id" uuid,
	"measure" text NOT NULL,
	"detail" text NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "figure_marks_seller_id_id_pk" PRIMARY KEY("seller_id","id")
);
--> statement-breakpoint
ALTER TABLE "figure_marks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "figure_marks" ADD CONSTRAINT "figure_marks_seller_id_claim_id_claims_seller_id_id_fk" FOREIGN KEY ("seller_id","claim_id") REFERENCES "public"."claims"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "changes_by_day" ON "figure_changes" USING btree ("seller_id","day");--> statement-breakpoint
CREATE INDEX "checks_by_time" ON "figure_checks" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "marks_of_claim" ON "figure_marks" USING btree ("seller_id","claim_id");--> statement-breakpoint
CREATE INDEX "marks_counted" ON "figure_marks" USING btree ("seller_id","measure","day");--> statement-breakpoint
CREATE INDEX "same_text" ON "figure_marks" USING btree ("seller_id","detail") WHERE measure = 'reply_text';--> statement-breakpoint
CREATE POLICY "seller_rows" ON "figure_changes" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "customer_changes_figures" ON "figure_changes" AS PERMISSIVE FOR INSERT TO "espace_app" WITH CHECK (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "operator_rows" ON "figure_checks" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep')) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep'));--> statement-breakpoint
CREATE POLICY "seller_rows" ON "figure_counts" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "seller_rows" ON "figure_marks" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "customer_rows" ON "figure_marks" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and claim_id in (select c.id from claims c where c.seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and c.order_id = nullif(current_setting('app.order_id', true), '')::uuid)) WITH CHECK (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and claim_id in (select c.id from claims c where c.seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and c.order_id = nullif(current_setting('app.order_id', true), '')::uuid));--> statement-breakpoint
-- Row-level security binds the owner too; a change is only ever added, until it is folded into the counts.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['figure_changes', 'figure_checks', 'figure_counts', 'figure_marks'] LOOP
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON "figure_changes", "figure_marks" TO espace_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "figure_counts" TO espace_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON "figure_checks" TO espace_app;
--> statement-breakpoint
CREATE TYPE figure_row AS (day date, measure text, detail text, bound timestamptz);
--> statement-breakpoint
-- What one row counts as. The same words as lib/deadlines/clock.ts; a recomputation from the journal must agree.
CREATE FUNCTION figures_of(c clocks) RETURNS SETOF figure_row LANGUAGE sql STABLE AS $$
  WITH facts AS (
    SELECT ((c.effective_due_before AT TIME ZONE c.zone) - interval '1 microsecond')::date AS day,
      coalesce(c.stopped_at < c.effective_due_before AND (c.cancelled_at IS NULL OR c.stopped_at <= c.cancelled_at), false) AS met,
      coalesce(c.cancelled_at < c.effective_due_before AND (c.stopped_at IS NULL OR c.cancelled_at < c.stopped_at), false) AS cancelled,
      extract(epoch FROM c.effective_due_before - c.stopped_at) / 3600 AS hours_left
    WHERE c.whose_turn = 'seller' AND c.effective_due_before IS NOT NULL
  )
  SELECT day, CASE WHEN met THEN 'clock_met' WHEN cancelled THEN 'clock_cancelled'
      WHEN c.stopped_at IS NOT NULL THEN 'clock_late' WHEN c.cancelled_at IS NOT NULL THEN 'clock_ended'
      ELSE 'clock_open' END, c.kind::text, c.effective_due_before
    FROM facts
  UNION ALL
  SELECT day, 'answer_left', CASE WHEN hours_left > 48 THEN 'over_48' WHEN hours_left > 24 THEN '24_48'
      WHEN hours_left > 12 THEN '12_24' WHEN hours_left > 4 THEN '4_12' WHEN hours_left > 0 THEN '0_4'
      WHEN hours_left > -24 THEN 'late_24' ELSE 'late' END, '2000-01-01 00:00:00+00'::timestamptz
    FROM facts WHERE c.kind = 'reply' AND c.stopped_at IS NOT NULL AND NOT cancelled
$$;
--> statement-breakpoint
CREATE FUNCTION figures_of(c commitments) RETURNS SETOF figure_row LANGUAGE sql STABLE AS $$
  SELECT c.due_on, CASE WHEN c.status = 'open' THEN 'promise_open'
      WHEN (c.done_at AT TIME ZONE zone)::date <= c.due_on THEN 'promise_kept' ELSE 'promise_late' END,
    c.kind::text, (c.due_on + 1)::timestamp AT TIME ZONE zone
  FROM marketplace
  WHERE c.due_on IS NOT NULL AND c.status IN ('open', 'done')
    AND c.kind NOT IN ('return', 'parcel_arrival', 'carrier_inquiry')
$$;
--> statement-breakpoint
CREATE FUNCTION figures_of(m figure_marks) RETURNS SETOF figure_row LANGUAGE sql STABLE AS $$
  SELECT m.day, m.measure, m.detail, '2000-01-01 00:00:00+00'::timestamptz WHERE m.measure <> 'reply_text'
$$;
--> statement-breakpoint
CREATE FUNCTION figures_of(p parcels) RETURNS SETOF figure_row LANGUAGE sql STABLE AS $$
  SELECT (p.shipped_at AT TIME ZONE zone)::date, 'order_dispatched', replace(lower(p.carrier), ' ', '_'), '2000-01-01 00:00:00+00'::timestamptz
  FROM marketplace WHERE p.position = 1 AND p.shipped_at IS NOT NULL
$$;
--> statement-breakpoint
-- A row of a claim changed: what it counted as goes, what it counts as now comes.
CREATE FUNCTION count_of_claim() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  about claims;
BEGIN
  IF TG_OP = 'DELETE' THEN
    SELECT * INTO about FROM claims WHERE seller_id = OLD.seller_id AND id = OLD.claim_id;
  ELSE
    SELECT * INTO about FROM claims WHERE seller_id = NEW.seller_id AND id = NEW.claim_id;
  END IF;
  INSERT INTO figure_changes (seller_id, day, measure, situation, channel_id, detail, bound, change)
  SELECT about.seller_id, day, measure, about.situation, about.channel_id, detail, bound, sum(sign) FROM (
    SELECT -1 AS sign, f.* FROM figures_of(OLD) f WHERE TG_OP <> 'INSERT'
    UNION ALL
    SELECT 1, f.* FROM figures_of(NEW) f WHERE TG_OP <> 'DELETE'
  ) counted GROUP BY day, measure, detail, bound HAVING sum(sign) <> 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER count_clock AFTER INSERT OR UPDATE OR DELETE ON clocks FOR EACH ROW EXECUTE FUNCTION count_of_claim();
--> statement-breakpoint
CREATE TRIGGER count_commitment AFTER INSERT OR UPDATE OR DELETE ON commitments FOR EACH ROW EXECUTE FUNCTION count_of_claim();
--> statement-breakpoint
CREATE TRIGGER count_mark AFTER INSERT OR UPDATE OR DELETE ON figure_marks FOR EACH ROW EXECUTE FUNCTION count_of_claim();
--> statement-breakpoint
-- A claim of another situation now: all that is counted of it moves there.
CREATE FUNCTION count_of_situation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO figure_changes (seller_id, day, measure, situation, channel_id, detail, bound, change)
  SELECT NEW.seller_id, day, measure, moved.situation, moved.channel_id, detail, bound, moved.sign * count(*) FROM (
    SELECT f.* FROM clocks c, figures_of(c) f WHERE c.seller_id = NEW.seller_id AND c.claim_id = NEW.id
    UNION ALL
    SELECT f.* FROM commitments c, figures_of(c) f WHERE c.seller_id = NEW.seller_id AND c.claim_id = NEW.id
    UNION ALL
    SELECT f.* FROM figure_marks m, figures_of(m) f WHERE m.seller_id = NEW.seller_id AND m.claim_id = NEW.id
  ) counted, (VALUES (-1, OLD.situation::text, OLD.channel_id), (1, NEW.situation::text, NEW.channel_id))
    AS moved (sign, situation, channel_id)
  GROUP BY day, measure, detail, bound, moved.situation, moved.channel_id, moved.sign;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER count_situation AFTER UPDATE OF situation, channel_id ON claims FOR EACH ROW
  WHEN (OLD.situation <> NEW.situation OR OLD.channel_id <> NEW.channel_id) EXECUTE FUNCTION count_of_situation();
--> statement-breakpoint
CREATE FUNCTION count_of_parcel() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO figure_changes (seller_id, day, measure, situation, channel_id, detail, bound, change)
  SELECT counted.seller_id, day, measure, '', o.channel_id, detail, bound, sum(sign) FROM (
    SELECT -1 AS sign, OLD.seller_id, OLD.order_id, f.* FROM figures_of(OLD) f WHERE TG_OP <> 'INSERT'
    UNION ALL
    SELECT 1, NEW.seller_id, NEW.order_id, f.* FROM figures_of(NEW) f WHERE TG_OP <> 'DELETE'
  ) counted JOIN orders o ON o.seller_id = counted.seller_id AND o.id = counted.order_id
  GROUP BY counted.seller_id, o.channel_id, day, measure, detail, bound HAVING sum(sign) <> 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER count_parcel AFTER INSERT OR UPDATE OR DELETE ON parcels FOR EACH ROW EXECUTE FUNCTION count_of_parcel();
