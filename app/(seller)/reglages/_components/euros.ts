/** Cents as a person types them: "10000" or "10000,50"; empty when there is no amount. */
export function euros(cents: number | undefined): string {
  if (cents === undefined) return "";
  const whole = Math.trunc(cents / 100);
  const rest = cents % 100;
  return rest === 0 ? String(whole) : `${whole},${String(rest).padStart(2, "0")}`;
}
