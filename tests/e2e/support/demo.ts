import { z } from "zod";
import { readDataFile } from "../../support/running-app.ts";

const login = z.object({ email: z.string(), password: z.string() });

const demoSchema = z.object({
  baseUrl: z.string(),
  admin: login,
  admins: z.array(login),
  auditor: login,
  adminApiKey: z.string(),
  sellers: z.array(
    login.extend({ slug: z.string(), apiKey: z.string(), members: z.array(login.extend({ role: z.string() })) }),
  ),
  customerLinks: z.array(z.string()),
});

export type Demo = z.output<typeof demoSchema>;

/** The demo marketplace's logins, keys and links. */
export function readDemo(): Demo {
  return demoSchema.parse(readDataFile(process.env.E2E_DATA_DIR ?? "", "demo.json"));
}
