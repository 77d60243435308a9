"use client";
import { useState } from "react";
import { type Area, MAX_AREAS } from "@/lib/evidence/black-out";

export type NumberedArea = Area & { readonly key: number };

/** Where a new area lies before it is moved: the middle of the picture, as high as a line of writing. */
const MIDDLE: Area = { left: 35, top: 47, width: 30, height: 6 };
/** Percent of the picture: less was a touch, not a rectangle. */
const LEAST = 0.5;

/** The areas being drawn; each keeps its key while others come and go. */
export function useAreas(first: readonly Area[]) {
  const [areas, setAreas] = useState<readonly NumberedArea[]>(() => first.map((area, key) => ({ ...area, key })));
  const isFull = areas.length >= MAX_AREAS;

  function add(area: Area = MIDDLE): void {
    if (isFull || area.width < LEAST || area.height < LEAST) return;
    setAreas((known) => [...known, { ...rounded(area), key: Math.max(-1, ...known.map(({ key }) => key)) + 1 }]);
  }

  function change(key: number, changed: Partial<Area>): void {
    setAreas((known) => known.map((area) => (area.key === key ? { ...area, ...changed } : area)));
  }

  function remove(key: number): void {
    setAreas((known) => known.filter((area) => area.key !== key));
  }

  return { areas, isFull, add, change, remove };
}

/** A tenth of a percent is less than a pixel of most screens. */
function rounded({ left, top, width, height }: Area): Area {
  const round = (value: number) => Math.round(value * 10) / 10;
  return { left: round(left), top: round(top), width: round(width), height: round(height) };
}
