import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Environment, parseEnvironment } from "../../lib/env.ts";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The environment, complete: its folder exists and is absolute, its secret is there. */
export type Settings = Environment & { readonly AUTH_SECRET: string };

/**
 * Read `.env` and the environment, refuse what is wrong, and make what an
 * earlier start would have made: the data directory and the secret.
 */
export function readSettings(): Settings {
  const file = join(ROOT, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  const environment = parseEnvironment(process.env);
  const dataDir = resolve(ROOT, environment.DATA_DIR);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  return { ...environment, DATA_DIR: dataDir, AUTH_SECRET: environment.AUTH_SECRET ?? storedSecret(dataDir) };
}

/** Held by the one that runs the product on this data directory. */
export function startLock({ DATA_DIR }: Settings): string {
  return join(DATA_DIR, "start.lock");
}

/** What every process of the product is given. Next-auth reads two names of its own. */
export function childEnvironment(settings: Settings, databaseUrl: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(settings.PORT),
    HOST: settings.HOST,
    HOSTNAME: settings.HOST,
    BASE_URL: settings.BASE_URL,
    DATA_DIR: settings.DATA_DIR,
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: settings.AUTH_SECRET,
    NEXTAUTH_URL: settings.BASE_URL,
    NEXTAUTH_SECRET: settings.AUTH_SECRET,
  };
}

/** Made once: another secret would end every session and break every customer's link. */
function storedSecret(dataDir: string): string {
  const path = join(dataDir, "auth-secret");
  if (!existsSync(path)) {
    const part = `${path}.${process.pid}`;
    writeFileSync(part, randomBytes(48).toString("base64url"), { mode: 0o600 });
    renameSync(part, path);
  }
  return readFileSync(path, "utf8").trim();
}
