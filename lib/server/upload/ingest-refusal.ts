const STATUS = {
  forged: 403,
  expired: 403,
  unknown: 404,
  broken_form: 400,
  too_large: 413,
  size_mismatch: 400,
  resume_lost: 409,
  disk_full: 507,
  not_registered: 502,
} as const;

export type IngestRefusal = keyof typeof STATUS;

/** Thrown while a body is being read, so that the connection is not drained for nothing. */
export class RefusedUpload extends Error {
  readonly reason: IngestRefusal;
  constructor(reason: IngestRefusal) {
    super(reason);
    this.name = "RefusedUpload";
    this.reason = reason;
  }
}

export function ingestRefusal(reason: IngestRefusal): Response {
  return Response.json({ error: reason }, { status: STATUS[reason], headers: { "cache-control": "no-store" } });
}
