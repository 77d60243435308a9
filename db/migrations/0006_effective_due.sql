DROP INDEX "clocks_due";--> statement-breakpoint
ALTER TABLE "clocks" ADD COLUMN "effective_due_before" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "clocks_due" ON "clocks" USING btree ("seller_id","whose_turn","effective_due_before");