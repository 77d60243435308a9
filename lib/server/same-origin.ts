/**
 * Whether a form comes from one of our own pages. Security: a session's cookie is sent along by the browser,
 * wherever the form was.
 */
export function isSameOrigin(request: Request): boolean {
  const origin = URL.parse(request.headers.get("origin") ?? "");
  return origin !== null && origin.host === request.headers.get("host");
}
