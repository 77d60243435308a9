type Holder = { readonly abort: AbortController; readonly ended: Promise<void> };

declare global {
  /** Route handlers may be separate bundles of one process: who holds a file is known to all of them. */
  var uploadHolders: Map<string, Holder> | undefined;
}

/**
 * Runs `work` alone for this file. Whoever worked on it before is told to stop and waited for: a sender that comes back
 * has given up on its first connection, which the server may not have noticed yet.
 */
export async function oneAtATime<Value>(id: string, work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
  globalThis.uploadHolders ??= new Map();
  const holders = globalThis.uploadHolders;
  const previous = holders.get(id);
  previous?.abort.abort();
  const abort = new AbortController();
  const running = (previous?.ended ?? Promise.resolve()).then(() => work(abort.signal));
  const holder = { abort, ended: running.then(nothing, nothing) };
  holders.set(id, holder);
  try {
    return await running;
  } finally {
    if (holders.get(id) === holder) holders.delete(id);
  }
}

function nothing(): void {}
