DROP INDEX "orders_by_number";--> statement-breakpoint
ALTER TABLE "invoice_runs" ALTER COLUMN "period_from" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "invoice_runs" ALTER COLUMN "period_before" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "invoice_runs" ADD COLUMN "order_numbers" jsonb;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "number_key" text GENERATED ALWAYS AS (coalesce(nullif(upper(regexp_replace(number, '[^[:alnum:]]', '', 'g')), ''), number)) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "orders_by_number_key" ON "orders" USING btree ("number_key");--> statement-breakpoint
ALTER TABLE "invoice_runs" ADD CONSTRAINT "invoice_run_target" CHECK ((period_from is null) = (period_before is null) and (period_from is null) <> (order_numbers is null));--> statement-breakpoint
ALTER POLICY "entry_reads" ON "orders" TO espace_app USING (current_setting('app.scope', true) = 'entry' and number_key = coalesce(nullif(upper(regexp_replace(nullif(current_setting('app.order_number', true), ''), '[^[:alnum:]]', '', 'g')), ''), nullif(current_setting('app.order_number', true), '')));