import iconv from "iconv-lite";

/**
 * The text of a file as spreadsheets save it: UTF-8 with or without its mark, UTF-16 with its mark, else
 * Windows-1252, which is what Excel writes in France. Undefined when it is no text at all.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return iconv.decode(Buffer.from(bytes), "utf16le");
  if (first === 0xfe && second === 0xff) return iconv.decode(Buffer.from(bytes), "utf16be");
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return iconv.decode(Buffer.from(bytes), "win1252");
  }
}
