ALTER TABLE "documents" ADD COLUMN "preview_key" text;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "preview_bytes" bigint;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "preview_with_size" CHECK ((preview_key is null) = (preview_bytes is null));