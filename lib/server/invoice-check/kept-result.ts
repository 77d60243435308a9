import { deflateRawSync, inflateRawSync } from "node:zlib";
import { z } from "zod";
import type { InvoiceCheck } from "@/lib/invoices/checker/check-invoice";
import { CHECK_RULES, type CheckCode } from "@/lib/invoices/checker/check-rules";

/** Where the result of the last check waits for its page: in the reader's own browser, for a quarter of an hour. */
export const CHECK_COOKIE = "facture-verifiee";
export const CHECK_PAGE = "/factures/verifier";
const MAX_AGE_SECONDS = 900;
/** Browsers keep cookies of 4 kB. */
const MAX_COOKIE_CHARS = 3800;
const EXCERPT_CHARS = 60;
const MAX_INFLATED_BYTES = 64 * 1024;

const isCode = (code: string): code is CheckCode => Object.hasOwn(CHECK_RULES, code);

const keptSchema = z.object({
  fileName: z.string().max(200),
  orderNumber: z.string().max(100).optional(),
  pageCount: z.number(),
  pagesRead: z.number(),
  kind: z.enum(["scan", "text", "structured"]),
  findings: z.array(
    z.tuple([
      z.string(),
      z.enum(["found", "missing", "unsure", "wrong"]),
      z.number().nullable(),
      z.string().nullable(),
    ]),
  ),
});

export type CheckedFile = {
  readonly fileName: string;
  /** The order it was compared with. */
  readonly orderNumber?: string | undefined;
  readonly pageCount: number;
  readonly pagesRead: number;
  readonly check: InvoiceCheck;
};

/** A `Set-Cookie` that holds the result; nothing of the file is kept on the server. */
export function keptResultCookie(file: CheckedFile, isSecure: boolean): string {
  const whole = written(file, EXCERPT_CHARS);
  const value = whole.length <= MAX_COOKIE_CHARS ? whole : written(file, 0);
  const secure = isSecure ? "; Secure" : "";
  return `${CHECK_COOKIE}=${value}; Path=${CHECK_PAGE}; Max-Age=${MAX_AGE_SECONDS}; HttpOnly; SameSite=Lax${secure}`;
}

/** The result as it was kept; undefined when there is none, or none that can be read. */
export function readKeptResult(value: string | undefined): CheckedFile | undefined {
  if (!value) return undefined;
  try {
    const text = inflateRawSync(Buffer.from(value, "base64url"), { maxOutputLength: MAX_INFLATED_BYTES });
    const { findings, kind, ...file } = keptSchema.parse(JSON.parse(text.toString("utf8")));
    return {
      ...file,
      check: {
        kind,
        findings: findings.flatMap(([code, verdict, page, excerpt]) =>
          isCode(code)
            ? [
                {
                  code,
                  verdict,
                  source: CHECK_RULES[code].source,
                  page: page ?? undefined,
                  excerpt: excerpt ?? undefined,
                },
              ]
            : [],
        ),
      },
    };
  } catch {
    return undefined;
  }
}

function written({ check, ...file }: CheckedFile, excerptChars: number): string {
  const findings = check.findings.map(({ code, verdict, page, excerpt }) => [
    code,
    verdict,
    page ?? null,
    excerpt?.slice(0, excerptChars) || null,
  ]);
  const text = JSON.stringify({ ...file, kind: check.kind, findings });
  return deflateRawSync(text).toString("base64url");
}
