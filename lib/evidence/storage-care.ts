/** How stored files are looked after: numbers shown on screen, read by the nightly check and at the door. */
export const STORAGE_CARE = {
  /** Days a file that no document names is kept: far above what any upload or restart takes. */
  orphanDays: 7,
  /** The operator is warned when less than this many times the reserve is free. */
  warnAtReserves: 4,
} as const;

/** A file that is not what its document says: gone, other bytes, or a disk or host that does not give it. */
export type FileFault = {
  readonly sellerId: string;
  readonly documentId: string;
  readonly part: "document" | "preview";
  readonly fault: "missing" | "changed" | "unreadable";
};

/** Room on the disk: enough, worth a warning, or so little that no file is taken. */
export type DiskLevel = "enough" | "scarce" | "full";

/** @param bytes what is free, and the reserve that uploads never touch */
export function diskLevel({ free, reserve }: { readonly free: number; readonly reserve: number }): DiskLevel {
  if (free < reserve) return "full";
  return free < reserve * STORAGE_CARE.warnAtReserves ? "scarce" : "enough";
}
