import { z } from "zod";
import { type IsoDate, parseIsoDate } from "@/lib/calendar/civil-day";

/** Where a page of the promises due ended: the order of the list is total. */
export type PromiseCursor = { readonly dueOn: IsoDate; readonly id: string };

const SEPARATOR = "_";

/** A cursor as it stands in an address. */
export function writePromiseCursor({ dueOn, id }: PromiseCursor): string {
  return `${dueOn}${SEPARATOR}${id}`;
}

/** The cursor an address names; undefined when it is forged or broken: the list then starts at its beginning. */
export function readPromiseCursor(text: string | undefined): PromiseCursor | undefined {
  const [day = "", id = ""] = text?.split(SEPARATOR) ?? [];
  const dueOn = parseIsoDate(day);
  return dueOn && z.uuid().safeParse(id).success ? { dueOn, id } : undefined;
}
