type Words = { readonly subject: string; readonly text: string; readonly locale: string };

const ADDRESS = /https?:\/\/[^\s<>"]+/g;
const TRAILING_POINT = /[.,;:!?)]+$/;

/**
 * The same mail as HTML: its text, with addresses one can press. No image, no style sheet from elsewhere and nothing
 * that tells when it was read.
 */
export function mailHtml({ subject, text, locale }: Words): string {
  const [said, ...signed] = text.trimEnd().split(/\n--\n/);
  const blocks = paragraphs(said ?? "");
  const signature =
    signed.length > 0 ? `<hr style="${STYLES.rule}">${paragraphs(signed.join("\n"), STYLES.small)}` : "";
  return `<!doctype html>
<html lang="${escaped(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${escaped(subject)}</title></head>
<body style="${STYLES.body}"><main style="${STYLES.main}">${blocks}${signature}</main></body>
</html>
`;
}

const STYLES = {
  body: "margin:0;padding:0;font-family:Arial,Helvetica,sans-serif;font-size:17px;line-height:1.5",
  main: "display:block;max-width:36em;margin:0 auto;padding:16px",
  text: "margin:0 0 1em",
  small: "margin:0 0 1em;font-size:14px",
  rule: "border:0;border-top:1px solid #767676;margin:1.5em 0 1em",
  link: "font-weight:bold;overflow-wrap:anywhere",
} as const;

function paragraphs(text: string, style: string = STYLES.text): string {
  return text
    .split(/\n{2,}/)
    .filter((block) => block.trim() !== "")
    .map((block) => `<p style="${style}">${block.trim().split("\n").map(line).join("<br>\n")}</p>`)
    .join("\n");
}

function line(text: string): string {
  let html = "";
  let from = 0;
  for (const found of text.matchAll(ADDRESS)) {
    const address = found[0].replace(TRAILING_POINT, "");
    html += `${escaped(text.slice(from, found.index))}<a href="${escaped(address)}" style="${STYLES.link}">${escaped(address)}</a>`;
    from = found.index + address.length;
  }
  return html + escaped(text.slice(from));
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
