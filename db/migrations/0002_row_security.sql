-- Row-level security binds the owner too; the application role gets rows, never tables.
DO $$
DECLARE name text;
BEGIN
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO espace_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO espace_app;
--> statement-breakpoint
-- What is issued or journaled is never edited.
REVOKE UPDATE, DELETE ON events, invoices FROM espace_app;
--> statement-breakpoint
REVOKE DELETE ON claims, clocks, replies, commitments, messages, orders, event_heads, sellers, policies FROM espace_app;
--> statement-breakpoint
-- A job is added in the business transaction; the queue's own tables stay closed to the application role.
CREATE FUNCTION enqueue(task text, payload json, job_key text DEFAULT NULL, run_at timestamptz DEFAULT NULL)
RETURNS void
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM graphile_worker.add_job(
    identifier => enqueue.task,
    payload => enqueue.payload,
    run_at => enqueue.run_at,
    job_key => enqueue.job_key
  );
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION enqueue(text, json, text, timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION enqueue(text, json, text, timestamptz) TO espace_app;
