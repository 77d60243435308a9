"use client";
import { useSyncExternalStore } from "react";

/** False in what the server sends and until the browser has taken over: plain forms keep their buttons meanwhile. */
export function useIsLive(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
}
