"use client";
import { useEffect } from "react";

/** A file let go beside the zone must not open in the page's place, and take with it what was typed there. */
export function useGuardedDrop(): void {
  useEffect(() => {
    window.addEventListener("dragover", guard);
    window.addEventListener("drop", guard);
    return () => {
      window.removeEventListener("dragover", guard);
      window.removeEventListener("drop", guard);
    };
  }, []);
}

function guard(event: DragEvent): void {
  // The zone itself has said that it takes the file.
  if (event.defaultPrevented || !event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = "none";
}
