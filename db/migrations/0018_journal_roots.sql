CREATE TABLE "journal_leaves" (
	"root_number" integer NOT NULL,
	"position" integer NOT NULL,
	"stream_kind" "stream_kind" NOT NULL,
	"stream_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"seller_id" uuid,
	"hash" text NOT NULL,
	CONSTRAINT "journal_leaves_stream_kind_stream_id_seq_pk" PRIMARY KEY("stream_kind","stream_id","seq"),
	CONSTRAINT "leaf_position" UNIQUE("root_number","position")
);
--> statement-breakpoint
ALTER TABLE "journal_leaves" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "journal_roots" (
	"number" integer PRIMARY KEY NOT NULL,
	"day" date NOT NULL,
	"at_text" text NOT NULL,
	"leaf_count" integer NOT NULL,
	"tree_root" text NOT NULL,
	"prev_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "journal_roots_day_unique" UNIQUE("day"),
	CONSTRAINT "root_counts_up" CHECK (number > 0 and leaf_count >= 0),
	CONSTRAINT "root_hashes_are_sha256" CHECK (hash ~ '^[0-9a-f]{64}$' and prev_hash ~ '^[0-9a-f]{64}$' and tree_root ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
ALTER TABLE "journal_roots" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "journal_leaves" ADD CONSTRAINT "journal_leaves_root_number_journal_roots_number_fk" FOREIGN KEY ("root_number") REFERENCES "public"."journal_roots"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_leaves" ADD CONSTRAINT "leaf_is_an_event" FOREIGN KEY ("stream_kind","stream_id","seq") REFERENCES "public"."events"("stream_kind","stream_id","seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "journal_rows" ON "journal_leaves" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep') or current_setting('app.scope', true) = 'entry' or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) or (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and stream_kind = 'claim' and stream_id in (select c.id from claims c where c.order_id = nullif(current_setting('app.order_id', true), '')::uuid))) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep') or current_setting('app.scope', true) = 'entry' or (current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) or (current_setting('app.scope', true) = 'customer' and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid and stream_kind = 'claim' and stream_id in (select c.id from claims c where c.order_id = nullif(current_setting('app.order_id', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "public_read" ON "journal_roots" AS PERMISSIVE FOR SELECT TO "espace_app" USING (current_setting('app.scope', true) is not null and current_setting('app.scope', true) <> '');--> statement-breakpoint
CREATE POLICY "operator_write" ON "journal_roots" AS PERMISSIVE FOR ALL TO "espace_app" USING (current_setting('app.scope', true) in ('admin', 'sweep')) WITH CHECK (current_setting('app.scope', true) in ('admin', 'sweep'));--> statement-breakpoint
-- Row-level security binds the owner too; what is sealed is never edited nor taken away.
ALTER TABLE "journal_roots" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "journal_leaves" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT ON "journal_roots", "journal_leaves" TO espace_app;
