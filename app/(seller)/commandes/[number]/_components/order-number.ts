/** An order's number out of its address; undefined when the escapes are broken. */
export function orderNumberOf(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
