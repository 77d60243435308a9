ALTER TABLE "mails" DROP COLUMN "taken_at";
--> statement-breakpoint
-- A living worker holds a connection that bears its name (db/worker-presence.ts). The jobs of one that has none were
-- left by a process that was killed: they are given back, where the queue would keep them for four hours.
CREATE FUNCTION free_lost_jobs(locked_before timestamptz)
RETURNS integer
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE lost text[];
BEGIN
  SELECT array_agg(DISTINCT locked_by) INTO lost
    FROM graphile_worker.jobs
   WHERE locked_at < locked_before
     AND NOT EXISTS (SELECT FROM pg_stat_activity WHERE application_name = locked_by AND datname = current_database());
  IF lost IS NULL THEN RETURN 0; END IF;
  PERFORM graphile_worker.force_unlock_workers(lost);
  RETURN cardinality(lost);
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION free_lost_jobs(timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION free_lost_jobs(timestamptz) TO espace_app;
