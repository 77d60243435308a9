ALTER TYPE "public"."link_audience" ADD VALUE 'letter';--> statement-breakpoint
ALTER TABLE "customer_links" ADD COLUMN "email" "citext";--> statement-breakpoint
ALTER TABLE "customer_links" ADD COLUMN "code_hash" text;--> statement-breakpoint
CREATE UNIQUE INDEX "link_of_letter_code" ON "customer_links" USING btree ("code_hash");--> statement-breakpoint
UPDATE "customer_links" l SET "email" = o."customer_email" FROM "orders" o WHERE o."seller_id" = l."seller_id" AND o."id" = l."order_id" AND l."audience" = 'mailed';
