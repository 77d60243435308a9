/**
 * What Node may hold for the worker. Left to itself V8 lets the garbage of a thousand PDFs pile up to several hundred
 * MB before it looks; a small nursery makes it look sooner, and the limit is far above what an import needs.
 */
export const WORKER_MEMORY = ["--max-semi-space-size=8", "--max-old-space-size=768"] as const;
