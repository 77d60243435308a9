import { readFileSync } from "node:fs";

export type Tokens = Readonly<Record<string, string>>;

const css = readFileSync(new URL("../../../app/tokens.css", import.meta.url), "utf8");

function colours(block: string): Tokens {
  return Object.fromEntries(
    [...block.matchAll(/--color-([a-z-]+):\s*(#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]]),
  );
}

function between(start: string): string {
  const from = css.indexOf(start);
  if (from < 0) throw new Error(`no block ${start}`);
  return css.slice(from, css.indexOf("}", from));
}

export const LIGHT = colours(between("@theme static"));
export const DARK = colours(between("@utility dark-tokens"));

/** What stands where the system asks for the dark, and where the reader chose it. */
export const ASKED_FOR_BY = {
  system: between(':root:not([data-theme="light"])'),
  choice: between(':root[data-theme="dark"]'),
};

/** Contrast ratio of two colours, from 1 to 21 (WCAG 2.2, relative luminance). */
export function contrast(first: string, second: string): number {
  const [dark = 0, light = 0] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
