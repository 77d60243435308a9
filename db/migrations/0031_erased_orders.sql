ALTER TABLE "orders" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "orders_by_customer" ON "orders" USING btree ("customer_email");--> statement-breakpoint
-- An answer is never changed; it goes with everything else that identifies its customer.
GRANT DELETE ON "intake_answers" TO espace_app;
