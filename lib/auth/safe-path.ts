/**
 * Where to go after signing in: a path of ours, or nothing.
 *
 * Read as a browser reads it: backslashes count as slashes and control characters are dropped, so that neither
 * `//other.example` nor `/\other.example` leads elsewhere. The API and the sign-in page itself are no places to go.
 */
export function safePath(text: unknown): string | undefined {
  if (typeof text !== "string" || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(text) || text.length > 2_000) return undefined;
  if (/^\/(api|connexion)(?![^/?#])/.test(text)) return undefined;
  return text;
}
