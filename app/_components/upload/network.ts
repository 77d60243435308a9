/** Seconds between attempts; after the last one it is the sender who resumes. */
const PAUSES_S = [1, 2, 4, 8, 15];
const PARALLEL = 3;

/** Waits before attempt number `attempt` (1 is the second try): for the network when it is away, else a growing while. */
export async function pauseBefore(attempt: number, signal: AbortSignal): Promise<"again" | "give_up"> {
  const seconds = PAUSES_S[attempt - 1];
  if (signal.aborted || seconds === undefined) return "give_up";
  await Promise.race([navigator.onLine ? after(seconds) : event(window, "online"), event(signal, "abort")]);
  return signal.aborted ? "give_up" : "again";
}

function after(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

function event(target: EventTarget, name: string): Promise<void> {
  return new Promise((resolve) => target.addEventListener(name, () => resolve(), { once: true }));
}

/** At most three files travel at once; the others wait for their turn. */
export function takeTurns(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  const lanes = Array.from({ length: PARALLEL }, () => Promise.resolve());
  let next = 0;
  return (work) => {
    const lane = next % PARALLEL;
    next += 1;
    const done = (lanes[lane] ?? Promise.resolve()).then(work);
    lanes[lane] = done.then(
      () => {},
      () => {},
    );
    return done;
  };
}
