ALTER TYPE "public"."commitment_status" ADD VALUE 'lapsed';--> statement-breakpoint
ALTER TYPE "public"."requalification_consent" ADD VALUE 'withdrawn';