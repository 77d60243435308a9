/** What a key may do: read alone, or read and write. */
export const KEY_ACCESSES = ["read", "write"] as const;
export type KeyAccess = (typeof KEY_ACCESSES)[number];

/** How long a key that was replaced may go on working. */
export const ROTATION_HOURS = [1, 24, 168] as const;
