import type { Locale } from "@/lib/i18n/locale";
import type { RegisterCell, RegisterTable } from "@/lib/server/register/register-table";

/** A mark that tells Excel the text is UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * A table as a spreadsheet of the reader's language opens it: `;` and decimal commas in French.
 *
 * Security: what somebody else typed and a spreadsheet would take for a formula begins with an apostrophe.
 */
export function csvOf({ head, rows }: Pick<RegisterTable, "head" | "rows">, locale: Locale): string {
  const separator = locale === "fr" ? ";" : ",";
  const write = (cells: readonly string[]) => cells.map((cell) => quoted(cell, separator)).join(separator);
  const lines = [write(head.map(harmless)), ...rows.map((row) => write(row.map((cell) => cellText(cell, locale))))];
  return `${BYTE_ORDER_MARK}${lines.join("\r\n")}\r\n`;
}

function cellText(cell: RegisterCell, locale: Locale): string {
  switch (cell.kind) {
    case "amount": {
      const plain = (cell.cents / 100).toFixed(2);
      return locale === "fr" ? plain.replace(".", ",") : plain;
    }
    case "count":
      return String(cell.value);
    case "text":
      return harmless(cell.text);
  }
}

function harmless(text: string): string {
  return /^[\s]*[=+\-@|%]/.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
}

function quoted(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
