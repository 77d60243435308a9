/** An element written out; `undefined` is an element left out. */
export type Xml = string | undefined;

type Attributes = Readonly<Record<string, string>>;

/** An element that holds others; left out when it would be empty. */
export function parent(name: string, ...children: readonly (Xml | readonly Xml[])[]): Xml {
  const content = children.flat().filter((child) => child !== undefined);
  return content.length === 0 ? undefined : `<${name}>${content.join("")}</${name}>`;
}

/** An element that holds a text; left out when there is none. */
export function leaf(name: string, text: string | undefined, attributes: Attributes = {}): Xml {
  const clean = text === undefined ? "" : escapeText(text).trim();
  if (clean === "") {
    return undefined;
  }
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeText(value)}"`);
  return `<${name}${written.join("")}>${clean}</${name}>`;
}

/** XML 1.0 refuses most control characters and lone surrogates even when escaped: they are dropped. */
function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFC}\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
