/** The weeks of a month (`YYYY-MM`), from Monday to Sunday; undefined where the day belongs to another month. */
export function weeksOf(month: string): readonly (readonly (string | undefined)[])[] {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const first = new Date(Date.UTC(year, number - 1, 1));
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const before = (first.getUTCDay() + 6) % 7;
  const weeks: (string | undefined)[][] = [];
  for (let start = 1 - before; start <= length; start += 7) {
    weeks.push(
      Array.from({ length: 7 }, (_, offset) => {
        const day = start + offset;
        return day >= 1 && day <= length ? `${month}-${String(day).padStart(2, "0")}` : undefined;
      }),
    );
  }
  return weeks;
}
