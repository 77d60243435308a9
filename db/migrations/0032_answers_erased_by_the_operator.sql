-- An answer goes with its customer, by the operator's act or when its time is over, and in no other way.
CREATE FUNCTION keep_intake_answers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(current_setting('app.scope', true), '') NOT IN ('admin', 'sweep') THEN
    RAISE EXCEPTION 'an answer once given is not taken away';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER keep_intake_answers BEFORE DELETE ON "intake_answers" FOR EACH STATEMENT EXECUTE FUNCTION keep_intake_answers();
