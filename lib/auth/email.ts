/** One person, one address: without surrounding spaces, composed, in lower case. */
export function normalizeEmail(text: string): string {
  return text.trim().normalize("NFC").toLowerCase();
}
