/**
 * Whether the server told that it knows no such recipient, or will never take mail for it: a permanent refusal of the
 * address itself. Any other failure may pass, and is tried again.
 *
 * @see RFC 5321, 4.2.1 and 4.3.2
 */
export function isBounce(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code: unknown = Reflect.get(error, "responseCode");
  return typeof code === "number" && code >= 500 && code < 600 && Reflect.get(error, "command") === "RCPT TO";
}
