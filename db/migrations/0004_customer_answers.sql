CREATE TYPE "public"."customer_answer" AS ENUM('accepted', 'refused', 'chosen');--> statement-breakpoint
CREATE TYPE "public"."remedy" AS ENUM('repair', 'replacement', 'completion', 'refund', 'price_reduction');--> statement-breakpoint
ALTER TYPE "public"."mail_status" ADD VALUE 'cancelled';--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "claim_revision" integer;--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "customer_answer" "customer_answer";--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "customer_answered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "chosen_remedy" "remedy";--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "answered_at_with_answer" CHECK ((customer_answered_at is not null) = (customer_answer is not null));