type PolicyInput = {
  readonly nonce: string;
  /** The development server evaluates code and injects styles; the product does neither. */
  readonly mode: "development" | "production";
  readonly uploadOrigins: readonly string[];
};

/**
 * The policy of every page: own scripts with this request's nonce, own styles, own images, nobody's frame.
 * Inline styles are refused too, so no component may write a `style` attribute.
 */
export function contentSecurityPolicy({ nonce, mode, uploadOrigins }: PolicyInput): string {
  const isDevelopment = mode === "development";
  const directives: readonly (readonly string[])[] = [
    ["default-src", "'self'"],
    ["script-src", "'self'", `'nonce-${nonce}'`, "'strict-dynamic'", ...(isDevelopment ? ["'unsafe-eval'"] : [])],
    ["style-src", "'self'", isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`],
    ["img-src", "'self'", "blob:", "data:", ...uploadOrigins],
    ["font-src", "'self'"],
    ["connect-src", "'self'", ...(isDevelopment ? ["ws:"] : []), ...uploadOrigins],
    ["frame-src", "'self'", "blob:"],
    ["object-src", "'none'"],
    ["base-uri", "'none'"],
    ["form-action", "'self'"],
    ["frame-ancestors", "'none'"],
  ];
  return directives.map((directive) => directive.join(" ")).join("; ");
}

/** Origins of UploadThing that the browser talks to, and only when the operator has configured it. */
export function uploadOrigins(token: string | undefined): readonly string[] {
  return token ? ["https://*.ingest.uploadthing.com", "https://*.ufs.sh"] : [];
}
