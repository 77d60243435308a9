/**
 * The page of ours that a form was sent from, as a path; the home page when it came from elsewhere.
 * Only a path is ever returned, so that a forged header cannot send the reader to another site.
 */
export function pageBefore(request: Request): string {
  const referer = URL.parse(request.headers.get("referer") ?? "");
  if (!referer || referer.host !== request.headers.get("host")) return "/";
  const path = `${referer.pathname}${referer.search}`;
  return path.startsWith("//") ? "/" : path;
}
