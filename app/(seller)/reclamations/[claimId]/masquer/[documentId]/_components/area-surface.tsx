"use client";
import clsx from "clsx";
import { type PointerEvent, useState } from "react";
import type { Area } from "@/lib/evidence/black-out";
import type { NumberedArea } from "./use-areas";

type Props = {
  readonly picture: string;
  readonly label: string;
  readonly areas: readonly NumberedArea[];
  /** The one whose figures are being changed. */
  readonly marked: number | undefined;
  readonly onDrawn: (area: Area) => void;
};

type Point = { readonly x: number; readonly y: number };

/** The picture with its areas in place; a new one is drawn by dragging, with a mouse, a pen or a finger. */
export function AreaSurface({ picture, label, areas, marked, onDrawn }: Props) {
  const [drawing, setDrawing] = useState<{ readonly from: Point; readonly to: Point } | null>(null);

  function begin(event: PointerEvent<SVGSVGElement>): void {
    if (!event.isPrimary || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrawing({ from: pointOf(event), to: pointOf(event) });
  }

  function end(event: PointerEvent<SVGSVGElement>): void {
    if (drawing) onDrawn(between(drawing.from, pointOf(event)));
    setDrawing(null);
  }

  return (
    <div className="relative w-fit max-w-full select-none">
      {/* biome-ignore lint/performance/noImgElement: next/image would fetch a private address without the reader's cookie. */}
      <img
        src={picture}
        alt={label}
        draggable={false}
        className="block max-h-[40rem] max-w-full rounded-sm border border-line bg-raised"
      />
      <svg
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        aria-hidden="true"
        className="absolute inset-0 size-full cursor-crosshair touch-none"
        onPointerDown={begin}
        onPointerMove={(event) => drawing && setDrawing({ ...drawing, to: pointOf(event) })}
        onPointerUp={end}
        onPointerCancel={() => setDrawing(null)}
      >
        {areas.filter(isWhole).map((area) => (
          <Rectangle key={area.key} area={area} isMarked={area.key === marked} />
        ))}
        {drawing && <Rectangle area={between(drawing.from, drawing.to)} isMarked />}
      </svg>
    </div>
  );
}

function Rectangle({ area, isMarked }: { readonly area: Area; readonly isMarked: boolean }) {
  return (
    <rect
      x={area.left}
      y={area.top}
      width={area.width}
      height={area.height}
      vectorEffect="non-scaling-stroke"
      strokeWidth={3}
      className={clsx("fill-black/75", isMarked ? "stroke-soon" : "stroke-white")}
    />
  );
}

/** All four of its figures are there: one may be empty while it is typed. */
function isWhole({ left, top, width, height }: Area): boolean {
  return [left, top, width, height].every(Number.isFinite);
}

/** Where the pointer is, in percent of the picture, never outside of it. */
function pointOf(event: PointerEvent<SVGSVGElement>): Point {
  const box = event.currentTarget.getBoundingClientRect();
  const inside = (value: number) => Math.min(100, Math.max(0, value * 100));
  return { x: inside((event.clientX - box.left) / box.width), y: inside((event.clientY - box.top) / box.height) };
}

function between(one: Point, other: Point): Area {
  return {
    left: Math.min(one.x, other.x),
    top: Math.min(one.y, other.y),
    width: Math.abs(one.x - other.x),
    height: Math.abs(one.y - other.y),
  };
}
