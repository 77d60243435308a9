import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import busboy from "busboy";

export type FilePart = {
  readonly field: string;
  readonly name: string;
  readonly type: string;
  readonly content: Readable;
  /** True once the content has ended because it passed the limit. */
  readonly isTruncated: () => boolean;
};

export type MultipartReader = {
  readonly limits: { readonly fileBytes: number; readonly files: number; readonly fields: number };
  readonly onField?: (name: string, value: string) => void;
  /** Must read the content to its end or throw; parts come one after the other, never all at once in memory. */
  readonly onFile: (part: FilePart) => Promise<void>;
};

/** Of a file that may wait for its reader, so that neither waits for the other at each piece. */
const BUFFERED_BYTES = 512 * 1024;

/** The request is not a form we can read: no multipart, a broken boundary, a connection cut in the middle. */
export class BrokenForm extends Error {
  constructor(cause: unknown) {
    super("the form could not be read to its end", { cause });
    this.name = "BrokenForm";
  }
}

/** Streams a multipart body, part by part, with the sender held back while a part is being written. */
export async function readMultipart(request: Request, reader: MultipartReader): Promise<void> {
  const parser = parserFor(request, reader);
  let failure: { readonly error: unknown } | null = null;
  let last: Promise<void> = Promise.resolve();
  parser.on("field", (name, value) => reader.onField?.(name, value));
  parser.on("file", (field, content, info) => {
    // A part may break before its turn has come; its reader learns of it when it reads.
    content.on("error", () => {});
    const part = {
      field,
      content,
      name: info.filename ?? "",
      type: info.mimeType,
      isTruncated: () => content.truncated === true,
    };
    last = last
      .then(() => reader.onFile(part))
      .catch((error: unknown) => {
        // A form that broke off breaks its parts too: that is the form's failure, not the reader's.
        if (parser.errored) return;
        failure ??= { error };
        parser.destroy(error instanceof Error ? error : new Error(String(error)));
      });
  });
  try {
    await pipeline(Readable.from(request.body ?? [], { objectMode: false }), parser);
  } catch (error) {
    await last;
    throw failure === null ? new BrokenForm(error) : causeOf(failure);
  }
  await last;
  if (failure !== null) throw causeOf(failure);
}

function parserFor(request: Request, { limits }: MultipartReader): busboy.Busboy {
  try {
    return busboy({
      headers: { "content-type": request.headers.get("content-type") ?? "" },
      defParamCharset: "utf8",
      fileHwm: BUFFERED_BYTES,
      // busboy reports a file as truncated when it is exactly at its limit: one byte more tells "full" from "too much".
      limits: {
        fileSize: limits.fileBytes + 1,
        files: limits.files,
        fields: limits.fields,
        fieldSize: 16 * 1024,
        parts: limits.files + limits.fields,
      },
    });
  } catch (error) {
    throw new BrokenForm(error);
  }
}

function causeOf(failure: { readonly error: unknown }): unknown {
  return failure.error;
}
