import { z } from "zod";

/** A value of the environment that the product cannot run with; its message names each variable. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
}

function wholeNumber(least: number, most: number) {
  const message = `is not a whole number from ${least} to ${most}`;
  return z.coerce.number(message).int(message).min(least, message).max(most, message);
}

const postgresUrl = z
  .url({ protocol: /^postgres(ql)?$/, error: "is not an address like postgres://user:password@host:5432/database" })
  .optional();

const environmentSchema = z.object({
  /** Port of the web server. */
  PORT: wholeNumber(1, 65_535).default(3000),
  /** Address it listens on; loopback unless the operator opens it. */
  HOST: z.string().default("127.0.0.1"),
  /** Reverse proxies in front of the web server, each of which appends to X-Forwarded-For; 0 believes none. */
  TRUSTED_PROXIES: wholeNumber(0, 10).default(0),
  /** Public origin, without a path: what mails and links begin with. */
  BASE_URL: z
    .string()
    .regex(/^https?:\/\/[^\s/?#]+\/?$/, "is not an origin like https://vendeurs.example.fr, without a path")
    .transform((value) => value.replace(/\/$/, ""))
    .optional(),
  /** Sender of every mail: an address, or `Name <address>`. */
  MAIL_FROM: z
    .string()
    .regex(/^([^<>]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, "is not an address like Nom <adresse@exemple.fr>")
    .default("Espace vendeur <espace-vendeur@localhost>"),
  /** Folder of everything the product keeps on disk. */
  DATA_DIR: z.string().default(".data"),
  /** Megabytes of its disk that uploads never touch; the operator is warned well before. */
  DISK_RESERVE_MB: wholeNumber(0, 100_000_000).default(500),
  /** The owner's connection; absent, `npm start` runs an embedded PostgreSQL. */
  DATABASE_URL: postgresUrl,
  /** A login for the web server and the worker that may only assume `espace_app`. */
  DATABASE_APP_URL: postgresUrl,
  /** Connections each process keeps at most. */
  DATABASE_POOL_SIZE: wholeNumber(1, 200).default(10),
  /** The demo marketplace, loaded into an empty embedded database only. */
  DEMO: z.stringbool("is neither 1 nor 0").default(true),
  /** Where mail goes; absent, it is kept and read in the outbox page. */
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "is not an address like smtp://user:password@host:587" }).optional(),
  /** UploadThing's token; absent, files are stored under DATA_DIR. */
  UPLOADTHING_TOKEN: z.string().optional(),
  UPLOADTHING_INGEST_URL: z.url({ protocol: /^https?$/, error: "is not an http address" }).optional(),
  /** Signs sessions and customer links; `npm start` makes one when it is absent. */
  AUTH_SECRET: z.string().min(32, "is shorter than 32 characters").optional(),
  /** A ClamAV daemon that looks at uploads. */
  CLAMD_URL: z.url({ protocol: /^tcp$/, error: "is not an address like tcp://host:3310" }).optional(),
  /** Key of La Poste's Suivi v2 API; absent, parcels are followed by hand. */
  LAPOSTE_API_KEY: z.string().optional(),
  LAPOSTE_API_URL: z
    .url({ protocol: /^https?$/, error: "is not an http address" })
    .default("https://api.laposte.fr/suivi/v2"),
  /** Calls to /api/v1 per key and minute. */
  API_RATE_PER_MINUTE: wholeNumber(1, 1_000_000).default(600),
  /** Bytes of JSON one call to /api/v1 may carry. */
  API_JSON_MAX_BYTES: wholeNumber(1_000, 100_000_000).default(1_000_000),
  /** Submissions of a public form per network address and minute. */
  PUBLIC_FORM_RATE_PER_MINUTE: wholeNumber(1, 1_000_000).default(20),
  /** Jobs one worker process runs at the same time. */
  WORKER_CONCURRENCY: wholeNumber(1, 64).default(4),
});

export type Environment = Omit<z.output<typeof environmentSchema>, "BASE_URL"> & { readonly BASE_URL: string };

/** Parse an environment. An empty value counts as absent. */
export function parseEnvironment(source: Readonly<Record<string, string | undefined>>): Environment {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = environmentSchema.safeParse(present);
  if (!parsed.success) {
    const sentences = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`);
    throw new EnvironmentError(sentences.join("\n"));
  }
  return { ...parsed.data, BASE_URL: parsed.data.BASE_URL ?? `http://localhost:${parsed.data.PORT}` };
}

let parsedOnce: Environment | undefined;

/** This process's environment, read on first use: importing this file needs no variable, so a build needs none. */
export function env(): Environment {
  parsedOnce ??= parseEnvironment(process.env);
  return parsedOnce;
}
