/**
 * The form a request carries; undefined when its body is no form, or says no length or more than `maxBytes`.
 * A browser always says it, and the server reads no further: nothing else bounds what a route takes in.
 */
export async function postedForm(request: Request, maxBytes: number): Promise<FormData | undefined> {
  const length = request.headers.get("content-length");
  if (length === null || Number(length) > maxBytes) return undefined;
  return request.formData().catch(() => undefined);
}
