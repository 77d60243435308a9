type Step = () => Promise<void> | void;

const steps: Step[] = [];
let underWay: Promise<never> | undefined;

/**
 * What must be undone when the supervisor ends, last registered first.
 *
 * @returns forget the step: it was done already
 */
export function onShutdown(step: Step): () => void {
  if (underWay) void step();
  steps.push(step);
  return () => {
    const index = steps.indexOf(step);
    if (index >= 0) steps.splice(index, 1);
  };
}

export function isShuttingDown(): boolean {
  return underWay !== undefined;
}

/** Undo everything in order and end this process. A second call joins the first. */
export function shutDown(exitCode: number, sentence?: string): Promise<never> {
  underWay ??= undoAll(exitCode, sentence);
  return underWay;
}

/**
 * End in order on Ctrl-C, on SIGTERM, with the terminal, and with the process that started this one.
 *
 * @param exitCode 0 where being stopped is the expected end
 */
export function shutDownOnSignals(exitCode: number) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => void shutDown(exitCode, "\nStopping…"));
  }
  process.on("uncaughtException", (error) => void shutDown(1, error.stack ?? error.message));
  process.on("disconnect", () => void shutDown(exitCode));
  process.channel?.unref();
}

async function undoAll(exitCode: number, sentence: string | undefined): Promise<never> {
  if (sentence !== undefined) say(sentence);
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    try {
      await step();
    } catch (error) {
      say(`Stopping: ${error instanceof Error ? error.message : error}`);
    }
  }
  process.exit(exitCode);
}

/** The terminal may be gone already. */
function say(sentence: string) {
  try {
    console.error(sentence);
  } catch {
    // Nobody listens.
  }
}
