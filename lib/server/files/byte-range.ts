import type { ByteRange } from "../storage/storage";

/**
 * The single range a request asks for. Several ranges, or a header we do not understand, mean the whole file, as
 * RFC 9110 §14.2 allows.
 *
 * @param size of the file, in bytes
 */
export function requestedRange(header: string | null, size: number): ByteRange | "whole" | "unsatisfiable" {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "");
  const [first, last] = [match?.[1] ?? "", match?.[2] ?? ""];
  if (first === "" && last === "") return "whole";
  if (first === "") return fromEnd(Number(last), size);
  const start = Number(first);
  const end = last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== "" && Number(last) < start) return "whole";
  return start < size ? { start, end } : "unsatisfiable";
}

function fromEnd(length: number, size: number): ByteRange | "unsatisfiable" {
  return length > 0 && size > 0 ? { start: Math.max(0, size - length), end: size - 1 } : "unsatisfiable";
}
