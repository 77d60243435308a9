import type { useRouter } from "next/navigation";

type Router = ReturnType<typeof useRouter>;

/** Files of this page that have not come to an end: the page must stay as it is for them. */
const underway = new Set<object>();

/** Called when a file sets out; the answer is called when it has arrived, was refused, or was given up for good. */
export function setsOut(): () => void {
  const journey = {};
  underway.add(journey);
  window.addEventListener("beforeunload", askBeforeLeaving);
  return () => {
    underway.delete(journey);
    if (underway.size === 0) window.removeEventListener("beforeunload", askBeforeLeaving);
  };
}

/** Whoever closes the page loses the files that are on their way: the browser asks them first. */
function askBeforeLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/**
 * Asks for the page again, unless that could lose files: without the network a refresh becomes a navigation or an
 * error page, so nothing may be on its way, and the server is asked first whether it is there.
 */
export async function refreshQuietly(router: Router): Promise<void> {
  if (underway.size === 0 && (await isServerThere()) && underway.size === 0) router.refresh();
}

async function isServerThere(): Promise<boolean> {
  try {
    return (await fetch("/api/health", { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}
