import { z } from "zod";

/** Places on one picture: names of a page of signatures. */
export const MAX_AREAS = 20;

/** A rectangle to black out, in percent of the picture's width and height, from its upper left corner. */
export type Area = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

const place = z.number().min(0).max(100);
const length = z.number().gt(0).max(100);
const area = z.object({ left: place, top: place, width: length, height: length });
const areas = z.array(area).min(1).max(MAX_AREAS);

/** Areas as an address or a hidden field carries them: `10,20,30,5;40,20,30,5`. Undefined when they are none. */
export function parseAreas(text: string): readonly Area[] | undefined {
  const parsed = areas.safeParse(text.split(";").map(areaOf));
  return parsed.success ? parsed.data : undefined;
}

function areaOf(text: string) {
  const [left, top, width, height, ...rest] = text.split(",").map(Number);
  return rest.length === 0 ? { left, top, width, height } : {};
}

export function areasText(list: readonly Area[]): string {
  return list.map(({ left, top, width, height }) => [left, top, width, height].join(",")).join(";");
}

/** The four columns of a form with one row per area, as text; a row without any figure is no area. */
export type AreaColumns = Readonly<Record<keyof Area, readonly string[]>>;

/** Rows of a form as areas; what is no figure, or is not there, is not a number, so that it is refused and shown again. */
export function rowsOfColumns({ left, top, width, height }: AreaColumns): readonly Area[] {
  const cells = (row: number) => [left[row], top[row], width[row], height[row]].map((cell) => cell?.trim() ?? "");
  return left
    .map((_, row) => cells(row))
    .filter((row) => row.some((cell) => cell !== ""))
    .map((row) => row.map(figureOf))
    .map(([x = Number.NaN, y = Number.NaN, w = Number.NaN, h = Number.NaN]) => ({
      left: x,
      top: y,
      width: w,
      height: h,
    }));
}

function figureOf(cell: string): number {
  return cell === "" ? Number.NaN : Number(cell.replace(",", "."));
}

export type Pixels = { readonly width: number; readonly height: number };

/** The whole pixels that cover an area: grown outwards, cut at the picture's edges, never empty. */
export function pixelsOf(area: Area, picture: Pixels) {
  const left = Math.min(Math.floor((area.left / 100) * picture.width), picture.width - 1);
  const top = Math.min(Math.floor((area.top / 100) * picture.height), picture.height - 1);
  const right = Math.min(Math.ceil(((area.left + area.width) / 100) * picture.width), picture.width);
  const bottom = Math.min(Math.ceil(((area.top + area.height) / 100) * picture.height), picture.height);
  return { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

export type BlackOutRefusal = "not_a_picture" | "already_sent" | "already_replaced";

/** What decides whether names may be blacked out on a document. */
export type BlackOutSource = {
  readonly verifiedType: string | null;
  readonly uploadedBy: string;
  readonly sentAt: string | null;
  readonly replacedBy: string | null;
};

/** Why nothing can be blacked out on a document: only a picture of the seller's that nobody has seen yet. */
export function blackOutRefusal(document: BlackOutSource): BlackOutRefusal | null {
  if (!document.verifiedType?.startsWith("image/") || document.uploadedBy.startsWith("customer:"))
    return "not_a_picture";
  if (document.sentAt !== null) return "already_sent";
  return document.replacedBy === null ? null : "already_replaced";
}

const drawn = z.object({ file: z.object({ blackedOutAreas: z.number() }) });

/** How many areas were blacked out on the picture a document's facts tell of; undefined when none were. */
export function areasBlackedOut(facts: unknown): number | undefined {
  const told = drawn.safeParse(facts);
  return told.success ? told.data.file.blackedOutAreas : undefined;
}
